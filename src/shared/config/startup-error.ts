/** Why the start cannot go on, and what to do about it: its message is one line for the operator, shown without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
