import { Role } from '../../../../shared/auth/role.js';
import { PreModeration } from '../../../companies/company.entity.js';
import type { ScreeningContext, SpamContext } from '../context.js';
import { fingerprintOf } from '../fingerprint.js';
import { SpamClassifier } from '../learning/spam-classifier.js';
import { WatchedWordAction, WatchedWords } from '../watched-words.js';
import { wordsOf } from '../words.js';
import { typedFast } from './haste.js';
import { honeypot } from './honeypot.js';
import { learned } from './learned.js';
import { blockedLinks, manyLinks } from './links.js';
import { crowdedNetwork } from './network.js';
import { policy } from './policy.js';
import { rate } from './rate.js';
import { nearlyRepeated, repeated } from './repetition.js';
import { watchedWords } from './watched.js';

const TEXT = 'The bakery in our street should open at seven, because people who go to work early would buy warm bread.';

interface Given {
  text?: string;
  trustLevel?: number;
  role?: Role;
  preModeration?: PreModeration;
  post?: Partial<ScreeningContext['post']>;
  spam?: Partial<SpamContext>;
  blocked?: string[];
  hits?: ScreeningContext['hits'];
}

/** A harmless comment of a trusted member, but for what a test says. */
function context({ text = TEXT, trustLevel = 1, ...given }: Given = {}): ScreeningContext & { spam: SpamContext } {
  const words = wordsOf(text);
  const how = { kind: 'COMMENT' as const, isEdit: false, language: null, writingMs: null, website: '' };
  return {
    company: { preModeration: given.preModeration ?? PreModeration.NOTHING },
    member: { role: given.role ?? Role.CUSTOMER, trustLevel },
    post: { ...how, text, words, fingerprint: fingerprintOf(words), ...given.post },
    hits: given.hits ?? [],
    blockedLinks: new Set(given.blocked),
    spam: { before: [], postsOfLate: 0, neighbours: 0, classifier: null, ...given.spam },
  };
}
const print = (text: string) => fingerprintOf(wordsOf(text))!;

describe('a harmless post', () => {
  it.each([repeated, nearlyRepeated, rate, manyLinks, typedFast, honeypot, crowdedNetwork, learned])(
    'gives %p nothing to say',
    (unit) => expect(unit(context())).toBeNull(),
  );
  it.each([policy, watchedWords, blockedLinks])('gives %p nothing to say', (unit) =>
    expect(unit(context())).toBeNull(),
  );
});

describe('what the company reads first', () => {
  const { EVERYTHING, NEWCOMERS } = PreModeration;

  it('waits, of newcomers or of all', () => {
    expect(policy(context({ preModeration: NEWCOMERS, trustLevel: 0 }))).toMatchObject({
      code: 'NEWCOMER',
      holds: true,
    });
    expect(policy(context({ preModeration: NEWCOMERS, trustLevel: 1 }))).toBeNull();
    expect(policy(context({ preModeration: EVERYTHING, trustLevel: 3 }))).toMatchObject({
      code: 'COMPANY_REVIEWS_EVERYTHING',
    });
  });

  it('does not take a published idea back that is changed, but a comment', () => {
    const changed = (kind: 'IDEA' | 'COMMENT') => context({ preModeration: EVERYTHING, post: { kind, isEdit: true } });
    expect(policy(changed('IDEA'))).toBeNull();
    expect(policy(changed('COMMENT'))).not.toBeNull();
  });
});

describe('repetition', () => {
  it('finds the same text, however it is written', () => {
    const before = [print(TEXT.toUpperCase()), print(TEXT.replace(/,/g, ' –'))];
    expect(repeated(context({ spam: { before } }))).toEqual({
      code: 'REPEATED',
      score: expect.closeTo(0.9) as number,
      detail: '2',
      holds: true,
    });
    expect(nearlyRepeated(context({ spam: { before } }))).toBeNull();
  });

  it('finds nearly the same text', () => {
    const before = [print(TEXT.replace('seven', 'eight'))];
    expect(repeated(context({ spam: { before } }))).toBeNull();
    expect(nearlyRepeated(context({ spam: { before } }))).toMatchObject({ code: 'NEARLY_REPEATED', holds: true });
  });

  it('leaves alone who comes back to the same matter in other words, or says thanks again', () => {
    const before = [
      print('Warm bread at seven would be good for people who have to leave for work before the bakery opens.'),
    ];
    expect(nearlyRepeated(context({ spam: { before } }))).toBeNull();
    expect(repeated(context({ text: 'Thank you very much!', spam: { before } }))).toBeNull();
  });
});

describe('the rate of posts', () => {
  it.each([
    [0, 5],
    [1, 10],
    [2, 20],
    [3, 40],
  ])('at trust %i is free up to %i in ten minutes', (trustLevel, free) => {
    expect(rate(context({ trustLevel, spam: { postsOfLate: free - 1 } }))).toBeNull();
    const next = rate(context({ trustLevel, spam: { postsOfLate: free } }));
    expect(next).toMatchObject({ code: 'MANY_POSTS', detail: String(free + 1), holds: true });
  });

  it('does not count changes', () =>
    expect(rate(context({ post: { isEdit: true }, spam: { postsOfLate: 100 } }))).toBeNull());
});

describe('links', () => {
  const linked = (count: number) =>
    Array.from({ length: count }, (_, i) => `[here](https://site${i}.example/page)`).join(' ');

  it.each([
    [0, 1],
    [1, 3],
    [2, 10],
    [3, 10],
  ])('at trust %i are free up to %i', (trustLevel, free) => {
    expect(manyLinks(context({ trustLevel, text: linked(free) }))).toBeNull();
    expect(manyLinks(context({ trustLevel, text: linked(free + 1) }))).toMatchObject({
      code: 'MANY_LINKS',
      holds: true,
    });
  });

  it('that the company watches are found wherever they lead below, and where they are only named', () => {
    const blocked = ['spam.example'];
    const found = (text: string) => blockedLinks(context({ text, blocked }))?.detail ?? null;
    expect(found('See https://www.spam.example/x')).toBe('spam.example');
    expect(found('See [this](http://shop.SPAM.example:8080/?a=b)')).toBe('shop.spam.example');
    expect(found('Go to spam.example, now')).toBe('spam.example');
    expect(found('Go to notspam.example or spam.example.org')).toBeNull();
  });
});

describe('watched words', () => {
  const hits = (...actions: WatchedWordAction[]) =>
    new WatchedWords(actions.map((action) => ({ word: 'bakery', language: null, action }))).find(
      wordsOf(TEXT),
      new Set([null]),
    );

  it('hold, or are shown to a moderator', () => {
    const { HOLD, FLAG, MASK } = WatchedWordAction;
    expect(watchedWords(context({ hits: hits(FLAG) }))).toEqual({
      code: 'WATCHED_WORD',
      score: 0.3,
      detail: 'bakery',
      holds: false,
    });
    expect(watchedWords(context({ hits: hits(FLAG, HOLD) }))).toMatchObject({ score: 0.7, holds: true });
    expect(watchedWords(context({ hits: hits(MASK) }))).toBeNull();
  });
});

describe('haste', () => {
  it('is a newcomer’s who writes faster than people do', () => {
    const hasty = (trustLevel: number, writingMs: number | null) =>
      typedFast(context({ trustLevel, post: { writingMs } }));
    expect(hasty(0, 900)).toMatchObject({ code: 'TYPED_FAST', detail: '0.9 s', holds: true });
    expect(hasty(0, 3_000)).toBeNull();
    expect(hasty(1, 900)).toBeNull();
    expect(hasty(0, null)).toBeNull();
  });
});

describe('the hidden field', () => {
  it('is filled in by programs', () => {
    expect(honeypot(context({ post: { website: 'x'.repeat(500) } }))).toMatchObject({ code: 'HONEYPOT', score: 1 });
    expect(honeypot(context({ post: { website: 'x'.repeat(500) } }))!.detail).toHaveLength(100);
  });
});

describe('a crowded network', () => {
  it('is one of more than three newcomers, and holds newcomers alone', () => {
    const from = (trustLevel: number, neighbours: number) =>
      crowdedNetwork(context({ trustLevel, spam: { neighbours } }));
    expect(from(0, 2)).toBeNull();
    expect(from(0, 3)).toMatchObject({ code: 'CROWDED_NETWORK', detail: '3', holds: true });
    expect(from(1, 50)).toBeNull();
  });
});

describe('what was learned', () => {
  it('holds what is like what was taken down, of those who are not yet trusted, and says which words spoke for it', async () => {
    const sample = (text: string, bad: boolean) => ({ words: text.split(' '), bad });
    const samples = Array.from({ length: 20 }, () => [
      sample('casino bonus for you', true),
      sample('a bench for the park', false),
    ]).flat();
    const classifier = await SpamClassifier.learn(samples, () => Promise.resolve());
    const guess = (text: string, trustLevel = 1) => learned(context({ text, trustLevel, spam: { classifier } }));
    expect(guess('Casino bonus')).toMatchObject({ code: 'LEARNED', detail: 'casino, bonus', holds: true });
    expect(guess('A bench at the casino')).toBeNull();
    expect(guess('Casino bonus', 2)).toBeNull();
  });
});
