/** Why a row could not be taken, and which column of it. */
export class RowProblem extends Error {
  constructor(
    readonly column: string,
    reason: string,
  ) {
    super(reason);
  }
}

export type Kind = 'users' | 'ideas' | 'comments' | 'votes';

interface Counts {
  /** rows of the file */
  read: number;
  added: number;
  /** there already, by an earlier run */
  known: number;
}

/** What an import did, and every line that needs a look. */
export class Report {
  readonly counts = new Map<Kind, Counts>();
  readonly problems: string[] = [];
  readonly notices: string[] = [];
  /** columns that no field is made of, by file */
  readonly unused = new Map<string, string[]>();

  of(kind: Kind): Counts {
    let counts = this.counts.get(kind);
    if (!counts) this.counts.set(kind, (counts = { read: 0, added: 0, known: 0 }));
    return counts;
  }

  /** A row that was not taken. */
  problem(file: string, line: number, { column, message }: { column: string; message: string }): void {
    this.problems.push(`${file}:${line} ${column}: ${message}`);
  }

  /** A row that was taken, but not as it stands. */
  notice(file: string, line: number, column: string, text: string): void {
    this.notices.push(`${file}:${line} ${column}: ${text}`);
  }
}
