import { fromJson, Naivebayes } from 'classificator';

/** Whether a text was kept, or taken down for a rule. */
export interface Sample {
  words: string[];
  bad: boolean;
}

/** How far a classifier can be believed, as found by holding back a part of what it could learn from. */
export interface Accuracy {
  /** of those that it would have held, the part that moderators took down; null where it would have held none */
  precision: number | null;
  /** of those that moderators took down, the part that it would have held */
  recall: number;
}

/** A post waits when it is as likely as this to be taken down. */
export const HOLDS_FROM = 0.9;

const [GOOD, BAD] = ['good', 'bad'];
const FOLDS = 5;
const MOST_WORDS = 5;

/** Words apart by blanks, each with a mark in front: none is taken for a member that every object has. */
const tokenizer = (text: string): string[] => text.split(' ').map((word) => `_${word}`);

/**
 * Naive Bayes over the words that a text has, however often. It counts alone: what it says of a text is the sum of what
 * it says of each word, so that a moderator can be told which words they were.
 */
export class SpamClassifier {
  private constructor(private readonly bayes: Naivebayes) {}

  static async learn(samples: Sample[], pause: () => Promise<unknown>): Promise<SpamClassifier> {
    const bayes = new Naivebayes({ tokenizer });
    for (const [i, { words, bad }] of samples.entries()) {
      bayes.learn([...new Set(words)].join(' '), bad ? BAD! : GOOD!);
      if (i % 50 === 0) await pause();
    }
    return new SpamClassifier(bayes);
  }

  static fromJson(json: object): SpamClassifier {
    return new SpamClassifier(fromJson(json, { tokenizer }));
  }

  toJson(): string {
    return this.bayes.toJson();
  }

  /** How likely a text of these words is to be taken down, from 0 to 1. */
  score(words: string[]): number {
    const { [GOOD!]: good, [BAD!]: bad } = this.bayes.docCount;
    const odds = this.known(words).reduce((sum, word) => sum + this.weight(word), Math.log(bad! / good!));
    return 1 / (1 + Math.exp(-odds));
  }

  /** The words that speak for it most, the strongest first. */
  evidence(words: string[]): string[] {
    const weighed = this.known(words).map((word) => ({ word: word.slice(1), weight: this.weight(word) }));
    return weighed
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ word }) => word);
  }

  private known(words: string[]): string[] {
    return [...new Set(words)].map((word) => `_${word}`).filter((word) => this.bayes.vocabulary[word]);
  }

  private weight(word: string): number {
    return Math.log(this.bayes.tokenProbability(word, BAD!) / this.bayes.tokenProbability(word, GOOD!));
  }
}

/** Learns five times from four fifths, and asks about the fifth that is left. */
export async function crossValidate(samples: Sample[], pause: () => Promise<unknown>): Promise<Accuracy> {
  const counts = { held: 0, right: 0, bad: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const isTest = (_: Sample, i: number) => i % FOLDS === fold;
    const classifier = await SpamClassifier.learn(
      samples.filter((s, i) => !isTest(s, i)),
      pause,
    );
    for (const { words, bad } of samples.filter(isTest)) {
      const held = classifier.score(words) >= HOLDS_FROM;
      counts.held += Number(held);
      counts.right += Number(held && bad);
      counts.bad += Number(bad);
    }
  }
  const { held, right, bad } = counts;
  return { precision: held > 0 ? right / held : null, recall: bad > 0 ? right / bad : 0 };
}
