import { excerpt } from '../../shared/text/excerpt.js';
import type { PublicChallenge, PublicCompany, PublicIdea } from './public-pages.queries.js';

const LONGEST_TEXT = 5_000;
const CONTEXT = { '@context': 'https://schema.org' };

const organization = (origin: string, { slug, name }: { slug: string; name: string }) => ({
  '@type': 'Organization',
  name,
  url: `${origin}/${slug}`,
});
const pictured = (origin: string, image: string | null) => (image ? { image: origin + image } : {});

/** A company, as https://schema.org has it. */
export const companyData = (origin: string, company: PublicCompany, path: string, logo: string | null) => ({
  ...CONTEXT,
  ...organization(origin, company),
  url: origin + path,
  description: company.description,
  ...(logo ? { logo: origin + logo } : {}),
});

/** A challenge: a collection of answers to one question. */
export const challengeData = (origin: string, challenge: PublicChallenge, path: string, image: string | null) => ({
  ...CONTEXT,
  '@type': 'CollectionPage',
  url: origin + path,
  name: challenge.title,
  description: challenge.summary,
  inLanguage: challenge.language,
  datePublished: challenge.publishedAt,
  dateModified: challenge.updatedAt,
  ...(challenge.endsAt ? { expires: challenge.endsAt } : {}),
  publisher: organization(origin, { slug: challenge.companySlug, name: challenge.companyName }),
  ...pictured(origin, image),
});

const counted = (action: string, count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${action}`,
  userInteractionCount: count,
});

/** An idea with its discussion. */
export function ideaData(origin: string, idea: PublicIdea, path: string, image: string | null): object {
  const { title, body, language, publishedAt, changedAt, authorId, authorName, authorErased } = idea;
  const { commentCount, upCount, companySlug, companyName, challengeSlug } = idea;
  const company = organization(origin, { slug: companySlug, name: companyName });
  return {
    ...CONTEXT,
    '@type': 'DiscussionForumPosting',
    url: origin + path,
    headline: title,
    text: excerpt(body, LONGEST_TEXT),
    ...(language ? { inLanguage: language } : {}),
    datePublished: publishedAt,
    dateModified: changedAt,
    // the name of who has left is forgotten
    ...(authorErased ? {} : { author: { '@type': 'Person', name: authorName, url: `${origin}/u/${authorId}` } }),
    commentCount,
    interactionStatistic: [
      ...(upCount === null ? [] : [counted('LikeAction', upCount)]),
      counted('CommentAction', commentCount),
    ],
    isPartOf: challengeSlug ? `${origin}/${companySlug}/c/${challengeSlug}` : company.url,
    publisher: company,
    ...pictured(origin, image),
  };
}
