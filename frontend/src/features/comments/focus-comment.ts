/** Brings the reader back to a comment after something was done with it. */
export function focusComment(id: string): void {
  const box = document.getElementById(`comment-${id}`);
  box?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: 'nearest' });
}
