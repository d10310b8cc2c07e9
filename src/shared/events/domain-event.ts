/** A fact in the past tense, to be stored by the transaction that made it true. */
export interface DomainEvent<P extends object = object> {
  type: string;
  /** the company it happened in; null for what concerns an account alone */
  companyId: string | null;
  /** what it happened to; events of one aggregate are handled in order */
  aggregateId: string;
  /** who did it; null for the clock and other automatic acts */
  actorId: string | null;
  /** ids and small values, never personal data or texts: events outlive an erasure */
  payload: P;
  occurredAt: Date;
}

/** Declares a kind of event: calling it makes one, `type` names it. */
export interface EventKind<P extends object> {
  (event: Omit<DomainEvent<P>, 'type'>): DomainEvent<P>;
  readonly type: string;
}

/** `export const IdeaSubmitted = defineEvent<{ challengeId: string | null }>('IdeaSubmitted')` */
export function defineEvent<P extends object>(type: string): EventKind<P> {
  return Object.assign((event: Omit<DomainEvent<P>, 'type'>) => ({ ...event, type }), { type });
}

/** An event as handlers receive it. */
export interface StoredEvent<P extends object = object> extends DomainEvent<P> {
  id: string;
}
