/** What became of one operation: its answer, or why it was refused. */
export type Outcome<R> = { ok: true; value: R } | { ok: false; error: Error };

interface Waiting<O, R> {
  operation: O;
  key: string;
  resolve: (value: R) => void;
  reject: (error: unknown) => void;
}

interface BatcherOptions<O, R> {
  /** does all of them, or throws and has done none; outcomes in the order given */
  run: (operations: O[]) => Promise<Outcome<R>[]>;
  /** two of one key never share a batch: the later one waits for the next */
  keyOf: (operation: O) => string;
  /** whether one bad operation may be the reason why a whole batch failed: then each is tried alone */
  retryAlone: (error: unknown) => boolean;
  most?: number;
}

/**
 * Group commit: what arrives while one batch is under way forms the next. One batch is in flight at a time, nobody waits
 * for a timer, and each caller is answered by what became of their own operation.
 */
export class Batcher<O, R> {
  private waiting: Waiting<O, R>[] = [];
  private running = false;

  constructor(private readonly options: BatcherOptions<O, R>) {}

  add(operation: O): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ operation, key: this.options.keyOf(operation), resolve, reject });
      if (this.running) return;
      this.running = true;
      // what arrives in this turn of the event loop comes along
      setImmediate(() => void this.work());
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) await this.settle(this.take());
    this.running = false;
  }

  /** The next batch: the oldest of each key, in order of arrival. */
  private take(): Waiting<O, R>[] {
    const keys = new Set<string>();
    const batch: Waiting<O, R>[] = [];
    const left: Waiting<O, R>[] = [];
    for (const entry of this.waiting) {
      if (batch.length === (this.options.most ?? 500) || keys.has(entry.key)) left.push(entry);
      else batch.push(entry);
      keys.add(entry.key);
    }
    this.waiting = left;
    return batch;
  }

  private async settle(batch: Waiting<O, R>[]): Promise<void> {
    try {
      const outcomes = await this.options.run(batch.map(({ operation }) => operation));
      batch.forEach((entry, index) => {
        const outcome = outcomes[index]!;
        if (outcome.ok) entry.resolve(outcome.value);
        else entry.reject(outcome.error);
      });
    } catch (error) {
      if (batch.length > 1 && this.options.retryAlone(error)) for (const entry of batch) await this.settle([entry]);
      else for (const entry of batch) entry.reject(error);
    }
  }
}
