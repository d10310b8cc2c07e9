/** A stored figure that is not what its rows say: `cocrea verify` finds them. */
export interface Difference {
  /** of the row that holds the figure */
  id: string;
  column: string;
  stored: number | boolean | string | null;
  counted: number | boolean | string | null;
}
