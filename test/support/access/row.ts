import type { Outcomes } from './outcomes.js';
import type { Scene } from './scene.js';

/** What is expected of one operation. */
export interface Row {
  /** Variables of a call that is right in every respect but, maybe, its caller; with targets of its own. */
  vars: (scene: Scene) => object | Promise<object>;
  /** in a public company */
  outcomes: Outcomes;
  /** in a private one, where outsiders do not just find nothing */
  inPrivate?: Outcomes;
  /** concerns no company: the same everywhere */
  free?: boolean;
  /** ids that may be those of nothing: the answer itself says what became of them, or does without */
  told?: readonly string[];
  /** sent in place of the access token */
  cookie?: (scene: Scene) => Promise<string>;
}

export type Rows = Record<string, Row>;

type Input = (scene: Scene) => object | Promise<object>;

/** A mutation with one `input`. */
export const change = (outcomes: Outcomes, input: Input): Row => ({
  outcomes,
  vars: async (scene) => ({ input: await input(scene) }),
});

/** A mutation that concerns no company. */
export const own = (outcomes: Outcomes, input: Input): Row => ({ ...change(outcomes, input), free: true });

/** A query with these arguments. */
export const read = (outcomes: Outcomes, vars: Input): Row => ({ outcomes, vars });
