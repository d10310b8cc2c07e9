// Who may import whom. A feature that is not in this table may import, and be imported by, nobody.
const FIRST_FOUR = ['accounts', 'companies', 'challenges', 'ideas'];
const VOICES = ['votes', 'comments', 'ballots'];
const ALL_BELOW_READERS = [...FIRST_FOUR, ...VOICES, 'moderation', 'rewards', 'listening', 'customers'];
const MAY_IMPORT = {
  accounts: [],
  companies: ['accounts'],
  challenges: ['accounts', 'companies'],
  ideas: ['accounts', 'companies', 'challenges'],
  votes: FIRST_FOUR,
  comments: FIRST_FOUR,
  ballots: FIRST_FOUR,
  moderation: [...FIRST_FOUR, ...VOICES],
  rewards: [...FIRST_FOUR, ...VOICES],
  listening: FIRST_FOUR,
  customers: ['accounts', 'companies', 'listening'],
  live: [...FIRST_FOUR, 'comments'],
  // the statement of reasons is mailed in the words that the page has
  notifications: ['accounts', 'companies', 'moderation'],
  integrations: ['accounts', 'companies'],
  syndication: FIRST_FOUR,
  search: ALL_BELOW_READERS,
  insights: ALL_BELOW_READERS,
};
/** They tell the world what happened: they know every feature's events, its words, and its pure policies, which say what may be seen. */
const HEARS_ALL_EVENTS = ['live', 'notifications', 'integrations'];
/** They react to what these others tell, and know nothing else of them. */
const HEARS_EVENTS_OF = { rewards: ['moderation'] };
/** What a feature shows of itself to the others; a *.port.ts is an interface that a higher feature provides. */
const SURFACE = '[.](module|service|entity|events|errors|policy|words|loader|port)[.]ts$';
const BARREL = ['^src.*/index[.]ts$', '^frontend/src/(features|components|lib).*/index[.]tsx?$'];

const anyOf = (names) => `(${names.join('|')})`;
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const importTable = Object.entries(MAY_IMPORT).map(([feature, allowed]) =>
  error(
    `imports-of-${feature}`,
    `${feature} may import ${allowed.join(', ') || 'no feature'}`,
    { path: `^src/features/${feature}/` },
    {
      path: '^src/features/',
      pathNot: [
        `^src/features/${anyOf([feature, ...allowed])}/`,
        ...(HEARS_ALL_EVENTS.includes(feature) ? ['[.](events|policy|words)[.]ts$'] : []),
        ...(HEARS_EVENTS_OF[feature] ?? []).map((other) => `^src/features/${other}/.*[.]events[.]ts$`),
      ],
    },
  ),
);
const unknownFeature = { path: '^src/features/', pathNot: `^src/features/${anyOf(Object.keys(MAY_IMPORT))}/` };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...importTable,
    error('unknown-feature', 'A feature must be in the table above', unknownFeature, {}),
    error('use-of-unknown-feature', 'A feature must be in the table above', {}, unknownFeature),
    error(
      'feature-surface',
      `Other features see only *${SURFACE}`,
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: ['^src/features/$1/', SURFACE] },
    ),
    error(
      'shared-knows-no-feature',
      'shared/ is below all features',
      { path: '^src/shared/' },
      { path: '^src/features/' },
    ),
    error(
      'resolver-without-database',
      'A resolver asks services, never the database',
      { path: '[.]resolver[.]ts$' },
      { path: '(^|/)node_modules/(@nestjs/)?typeorm/' },
    ),
    error('no-barrels', 'Import the file itself', {}, { path: BARREL }),
    error(
      'no-circles',
      'Two modules need each other',
      { path: '^(src|frontend/src)/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    error('resolvable', 'The imported file is not there', {}, { couldNotResolve: true }),
    error(
      'run-time-packages',
      'The server may use only "dependencies"',
      { path: '^(src|migrations)/', pathNot: '[.](e2e-)?spec[.]ts$' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    error(
      'tests-stay-outside',
      'Code never imports tests',
      { path: '^(src|frontend/src)/', pathNot: '[.](e2e-)?(spec|test)[.]tsx?$|^frontend/src/test/' },
      { path: '^test/|^frontend/src/test/|[.](spec|test)[.]tsx?$' },
    ),
    error('server-and-pages-apart', 'They meet in the API', { path: '^(src|migrations)/' }, { path: '^frontend/' }),
    error('pages-and-server-apart', 'They meet in the API', { path: '^frontend/' }, { path: '^(src|migrations)/' }),
    error(
      'page-features-apart',
      'Only app/ composes features',
      { path: '^frontend/src/features/([^/]+)/' },
      { path: '^frontend/src/(features|app)/', pathNot: '^frontend/src/features/$1/' },
    ),
    error(
      'page-parts-know-no-feature',
      'components, lib and gql are below all features',
      { path: '^frontend/src/(components|lib|gql)/' },
      { path: '^frontend/src/(features|app)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: `${__dirname}/scripts/lib/alias.cjs` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
