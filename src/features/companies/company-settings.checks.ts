import { commonErrors } from '../../shared/errors/common.errors.js';
import type { DomainError, FieldProblem } from '../../shared/errors/domain-error.js';
import { type Company, JoinPolicy } from './company.entity.js';

const SLUG = /^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const COLOR = /^#[0-9a-f]{6}$/;
const DOMAIN = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

const PROBLEMS = {
  slug: {
    code: 'BAD_SLUG',
    message: {
      en: '3 to 40 small letters and digits, with single hyphens between them.',
      es: 'De 3 a 40 letras minúsculas y cifras, con guiones sueltos entre ellas.',
      it: 'Da 3 a 40 lettere minuscole e cifre, con trattini singoli in mezzo.',
    },
  },
  brandColor: {
    code: 'BAD_COLOR',
    message: {
      en: 'A colour as #rrggbb, for example #0b7363.',
      es: 'Un color como #rrggbb, por ejemplo #0b7363.',
      it: 'Un colore come #rrggbb, per esempio #0b7363.',
    },
  },
  defaultLanguage: {
    code: 'NOT_IN_LANGUAGES',
    message: {
      en: 'The default language must be one of the company’s languages.',
      es: 'El idioma principal debe ser uno de los de la empresa.',
      it: 'La lingua principale deve essere una di quelle dell’azienda.',
    },
  },
  emailDomains: {
    code: 'BAD_DOMAIN',
    message: {
      en: 'Name at least one domain, like example.com.',
      es: 'Indica al menos un dominio, como example.com.',
      it: 'Indica almeno un dominio, come example.com.',
    },
  },
} satisfies Record<string, Omit<FieldProblem, 'path'>>;

type Settings = Pick<Company, keyof typeof PROBLEMS | 'languages' | 'joinPolicy'>;

/** What is wrong with a company's settings, taken together; nothing when they are good. */
export function settingsProblem(company: Settings): DomainError | null {
  const { slug, brandColor, defaultLanguage, languages, joinPolicy, emailDomains } = company;
  const good: Record<keyof typeof PROBLEMS, boolean> = {
    slug: SLUG.test(slug),
    brandColor: COLOR.test(brandColor),
    defaultLanguage: languages.includes(defaultLanguage),
    emailDomains:
      emailDomains.every((domain) => DOMAIN.test(domain)) &&
      (joinPolicy !== JoinPolicy.EMAIL_DOMAIN || emailDomains.length > 0),
  };
  const wrong = (Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).filter((path) => !good[path]);
  const fields = wrong.map((path) => ({ path, ...PROBLEMS[path] }));
  return fields.length > 0 ? commonErrors.VALIDATION_FAILED({ fields }) : null;
}

/** @throws DomainError VALIDATION_FAILED */
export function refuseBadSettings(company: Company): void {
  const problem = settingsProblem(company);
  if (problem) throw problem;
}

/** What was given: null stands for absent where a setting can't be empty. */
export const present = <T extends object>(input: T): Partial<Company> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
