import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, OperationTypeNode, parse } from 'graphql';
import { startTestApp, type TestApp } from './support/app.js';
import { Community } from './support/community.js';
import { OPERATIONS, type Operation } from './support/operations.js';
import { listsOf, schemaOf } from './support/schema.js';
import { statementsOf } from './support/statements.js';

const DOCUMENTS = path.resolve(import.meta.dirname, '../frontend/src/gql/documents.json');

let t: TestApp;
let community: Community;

beforeAll(async () => {
  t = await startTestApp();
  community = await Community.found(t);
  await community.grow();
});
afterAll(() => t.close());

describe('statements per operation', () => {
  /** As it runs from the second time on: what is read once for all is known. */
  async function sent({ query, variables, as }: Operation): Promise<string[]> {
    const token = as === 'anonymous' ? null : community.manager.token;
    let statements: string[] = [];
    for (let time = 0; time < 2; time++) {
      const given = await variables(t, community);
      const asked = await statementsOf(() => t.ask(query, given, { token }));
      expect(asked.result.errors).toBeUndefined();
      statements = asked.statements;
    }
    return statements;
  }

  for (const operation of OPERATIONS)
    it(`${operation.name}: ${operation.statements}`, async () => {
      expect(await sent(operation)).toHaveLength(operation.statements);
    });
});

/** Variables of the site's queries, by their names. */
const VARIABLES: Record<string, (c: Community) => object> = {
  RenderMarkdown: () => ({ text: '*Hello*' }),
  PreviewTexts: () => ({ brief: '*Hello*', terms: '' }),
  BrandPreview: () => ({ color: '#ffd400' }),
  FormerChallenges: ({ company }) => ({ companyId: company.id }),
  VotedIdea: ({ idea }) => idea,
  WishedIdea: ({ idea }) => idea,
  VoteOf: ({ idea }) => idea,
  Person: ({ manager: { id } }) => ({ id }),
  PersonHonours: ({ manager: { id } }) => ({ id }),
  ViewerHonours: ({ company }) => ({ companyId: company.id }),
  LeaderboardPage: ({ company }) => ({ companyId: company.id, period: 'ALL', next: false }),
  CompanyBadges: ({ company }) => ({ companyId: company.id }),
  BadgeHolders: ({ badge }) => ({ badgeId: badge }),
  MembersToHonour: ({ company }) => ({ companyId: company.id, text: 'An' }),
  ChallengePage: ({ company, challenge }) => ({ companySlug: company.slug, slug: challenge.slug }),
  DiscussionOf: ({ idea }) => ({ ideaId: idea.id, order: 'NEWEST' }),
  MoreReplies: ({ comment }) => ({ commentId: comment.id }),
  ThreadOf: ({ comment }) => ({ id: comment.id, replies: 20 }),
  CommentText: ({ comment }) => ({ id: comment.id }),
  MembersToMention: ({ company }) => ({ companyId: company.id, text: 'An' }),
  ChallengeCountsOf: ({ company }) => ({ companyId: company.id }),
  CompanyChallenges: ({ company }) => ({ companyId: company.id, list: 'OPEN' }),
  CompanyBySlug: ({ company }) => company,
  CompanyPace: ({ company }) => company,
  CompanyConsole: ({ company }) => ({ companyId: company.id, slug: company.slug }),
  IdeasToAnswer: ({ company }) => ({ companyId: company.id }),
  PreviewAnswer: () => ({ text: '*Hello*' }),
  OpenedIdea: ({ idea }) => idea,
  ChallengeChoices: ({ company }) => ({ companyId: company.id }),
  SavedReplies: ({ company }) => ({ companyId: company.id }),
  CompanyInsights: ({ company }) => ({
    companyId: company.id,
    from: '2026-01-01',
    to: '2026-06-30',
    unit: 'WEEK',
    timeZone: 'Europe/Madrid',
  }),
  PublicLog: ({ company }) => ({ companyId: company.id }),
  LogRules: ({ company }) => ({ companyId: company.id }),
  LogHeads: ({ company }) => ({ companyId: company.id }),
  TransparencyOf: ({ company }) => ({ companyId: company.id, period: '2026' }),
  CompanyOverturns: ({ company }) => ({
    companyId: company.id,
    since: '2026-01-01T00:00:00Z',
    before: '2027-01-01T00:00:00Z',
  }),
  ParticipationOf: ({ challenge }) => challenge,
  FollowedIdea: ({ idea }) => idea,
  CompanyHome: ({ company }) => ({ slug: company.slug, companyId: company.id }),
  InvitationByToken: () => ({ token: 'none' }),
  CompanyInvitations: ({ company }) => ({ companyId: company.id }),
  CompanyMembers: ({ company }) => ({ companyId: company.id }),
  CompanySettings: ({ company }) => company,
  HomeCompanies: () => ({ first: 24 }),
  OpenChallenges: () => ({}),
  TrendingIdeas: ({ company }) => ({ companyId: company.id }),
  IdeaToAnswer: ({ idea }) => idea,
  MyCoauthorInvitations: () => ({}),
  ListedIdeas: ({ company }) => ({ companyId: company.id, order: 'TOP', counted: true }),
  MyDraftIdeas: () => ({}),
  MySentIdeas: () => ({}),
  MyVotedIdeas: () => ({}),
  MyFollowedIdeas: () => ({}),
  MyLoop: () => ({ since: '2026-01-01T00:00:00Z' }),
  IdeasOfMember: ({ manager: { id } }) => ({ userId: id }),
  MyNotifications: () => ({ unreadOnly: false }),
  NotificationPreferences: () => ({}),
  Unread: () => ({}),
  RootOf: ({ comment }) => comment,
  IdeaPage: ({ idea }) => idea,
  MembersToInvite: ({ company }) => ({ companyId: company.id, text: 'An' }),
  IdeaRevisions: ({ idea }) => idea,
  NewestText: ({ idea }) => idea,
  StoredDraft: ({ idea }) => idea,
  SimilarIdeas: ({ company }) => ({ companyId: company.id, title: 'Bread', body: '' }),
  MergedInto: ({ idea }) => idea,
  IdeasLikeIt: ({ company }) => ({ companyId: company.id, title: 'Bread' }),
  IdeasToMergeInto: ({ company }) => ({ companyId: company.id, text: 'bread' }),
  PlacesToMoveTo: ({ company }) => ({ companyId: company.id }),
  SubmitChallenge: ({ company, challenge }) => ({ companySlug: company.slug, slug: challenge.slug }),
  UnansweredIdeas: ({ company }) => ({ companyId: company.id }),
  ChallengeToEdit: ({ challenge }) => challenge,
  ManagedChallenges: ({ company }) => ({ companyId: company.id, list: 'DRAFTS' }),
  ManagedCounts: ({ company }) => ({ companyId: company.id }),
  ReportFormOf: ({ company, idea }) => ({ slug: company.slug, ideaId: idea.id }),
  TraceOf: ({ idea }) => ({ ideaId: idea.id }),
  NoticedIdea: ({ idea }) => idea,
  NoticedMember: ({ manager: { id } }) => ({ id }),
  NoticedComment: ({ comment }) => comment,
  NoticeOf: ({ receipt }) => ({ token: receipt }),
  DecisionOf: ({ decisionId }) => ({ id: decisionId }),
  SanctionsInForce: ({ company }) => ({ companyId: company.id }),
  StandingWith: ({ company }) => ({ companyId: company.id }),
  DecisionsAboutMe: ({ company }) => ({ companyId: company.id }),
  AnsweredComment: ({ comment }) => ({ id: comment.id }),
  ReviewRules: ({ company }) => company,
  HeldItems: ({ company }) => ({ companyId: company.id }),
  ReviewToDecide: ({ review }) => ({ id: review }),
  EarnedByItem: ({ idea }) => ({ ideaId: idea.id }),
  FairPlayOf: ({ company }) => ({ companyId: company.id }),
  TextToMask: ({ review }) => ({ id: review }),
  AuthorStanding: ({ company, manager }) => ({ companyId: company.id, userId: manager.id }),
  IdeaToReview: ({ idea }) => idea,
  MemberToReview: ({ manager: { id } }) => ({ id }),
  CurrentViewer: () => ({}),
  ChallengeWinners: ({ challenge }) => challenge,
  IdeaWins: ({ idea }) => idea,
  Jurors: ({ company }) => ({ companyId: company.id }),
  JuryDesk: ({ challenge }) => ({ challengeId: challenge.id }),
  MyPrizeClaims: ({ company }) => ({ companyId: company.id }),
  MySharedIdeas: ({ company }) => ({ companyId: company.id }),
  AwardedChallenges: ({ company }) => ({ companyId: company.id }),
  WinnerDesk: ({ challenge }) => ({ challengeId: challenge.id }),
  PrizeClaims: ({ company }) => ({ companyId: company.id }),
  Appeals: ({ company }) => ({ companyId: company.id, state: 'OPEN' }),
  OpenAppealCount: ({ company }) => ({ companyId: company.id }),
  MemberStanding: ({ membership }) => ({ membershipId: membership.id }),
  AuditEntries: ({ company }) => ({ companyId: company.id }),
  StaffNames: ({ company }) => ({ companyId: company.id }),
  Screening: ({ company }) => ({ companyId: company.id }),
  GiftBudgetOf: ({ company }) => ({ companyId: company.id }),
  GiftChoices: ({ company }) => ({ companyId: company.id }),
  GiftsGiven: ({ company }) => ({ companyId: company.id }),
  MyGifts: ({ company }) => ({ companyId: company.id }),
  ThankSuggestions: ({ company }) => ({ companyId: company.id }),
  IdeaToThank: ({ idea }) => idea,
  MemberToThank: ({ manager: { id } }) => ({ id }),
  Catalogue: ({ company }) => ({ companyId: company.id }),
  CatalogueBalance: ({ company }) => ({ companyId: company.id }),
  MyRedemptions: ({ company }) => ({ companyId: company.id }),
  ManagedRewards: ({ company }) => ({ companyId: company.id }),
  RewardToEdit: ({ reward }) => ({ id: reward }),
  RedemptionQueue: ({ company }) => ({ companyId: company.id, state: 'REQUESTED' }),
  MyWallet: ({ company }) => ({ companyId: company.id }),
  MyPoints: ({ company }) => ({ companyId: company.id }),
  RewardRules: ({ company }) => ({ companyId: company.id }),
  PointsBudget: ({ company }) => ({ companyId: company.id }),
  TryRewards: ({ company }) => ({ input: { companyId: company.id, rules: [{ rule: 'IDEA_PLANNED', points: 80 }] } }),
};

/** How many items an answer's lists hold in all. */
function itemsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + itemsIn(item), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + itemsIn(item), 0);
}

type Documents = ReadonlyMap<string, { query: string; variables: (c: Community) => object }>;
type Counts = Map<string, { count: number; items: number }>;

async function countAll(documents: Documents): Promise<Counts> {
  const found: Counts = new Map();
  for (const [name, { query, variables }] of documents) {
    const { result, statements } = await statementsOf(() =>
      t.ask(query, variables(community), { token: community.manager.token }),
    );
    if (result.errors) throw new Error(`${name}: ${JSON.stringify(result.errors)}`);
    found.set(name, { count: statements.length, items: itemsIn(result.data) });
  }
  return found;
}

describe('statements do not grow with what is listed', () => {
  const MORE = 8;
  /** loaders that are asked at different depths may read once or twice, as the event loop has it */
  const CHANCE = 2;

  it('in any list with all its fields, and in the site’s own queries', async () => {
    const documents: Documents = new Map([...listsOf(schemaOf(t)), ...(existsSync(DOCUMENTS) ? siteQueries() : [])]);
    // an empty list asks for nothing of its items
    for (let n = 0; n < 3; n++) await community.grow();
    const few = await countAll(documents);
    for (let n = 0; n < MORE; n++) await community.grow();
    const many = await countAll(documents);
    const names = [...documents.keys()];
    const growth = (of: 'count' | 'items') => (name: string) => many.get(name)![of] - few.get(name)![of];
    expect(names.filter((name) => growth('count')(name) > CHANCE)).toEqual([]);
    expect(names.filter((name) => growth('items')(name) > CHANCE).length).toBeGreaterThan(15);
  });
});

function siteQueries() {
  const documents = Object.values(JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, string>);
  const queries = documents.flatMap((query) => {
    const operation = parse(query).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return operation?.operation === OperationTypeNode.QUERY ? [[operation.name!.value, query] as const] : [];
  });
  return new Map(
    queries.map(([name, query]) => {
      const variables = VARIABLES[name];
      if (!variables) throw new Error(`Say with which variables the site asks ${name}`);
      return [name, { query, variables }] as const;
    }),
  );
}
