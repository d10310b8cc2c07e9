/** What a process hears from all processes of the installation, itself included. */
export interface RealtimeListener {
  /** ids and small values, as one of them has sent them */
  hear(messages: object[]): void;
  /** Some messages may have been missed: what hangs on them is to be read anew. */
  missed(): void;
}

/**
 * Short messages between processes: at once, at most once, and only to who listens at that moment. PostgreSQL carries
 * them; a broker could in its place.
 */
export abstract class Realtime {
  /** Sends them now: call it after the commit of what they tell of. Each is a few hundred bytes at most. */
  abstract publish(messages: object[]): Promise<void>;

  abstract listen(listener: RealtimeListener): void;
}
