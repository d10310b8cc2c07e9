interface Edited {
  text: string;
  start: number;
  end: number;
}

/** Puts marks around the selection, or takes them away where they are. */
export const mark =
  (before: string, after = before) =>
  (text: string, start: number, end: number): Edited => {
    const marked = text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after);
    const head = marked ? text.slice(0, start - before.length) : text.slice(0, start) + before;
    const tail = marked ? text.slice(end + after.length) : after + text.slice(end);
    return { text: head + text.slice(start, end) + tail, start: head.length, end: head.length + end - start };
  };

/** Begins each selected line with a mark, or takes it away where all have it. */
export const prefixLines =
  (prefix: string) =>
  (text: string, start: number, end: number): Edited => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const lines = text.slice(from, end).split('\n');
    const all = lines.every((line) => line.startsWith(prefix));
    const changed = lines.map((line) => (all ? line.slice(prefix.length) : prefix + line)).join('\n');
    return { text: text.slice(0, from) + changed + text.slice(end), start: from, end: from + changed.length };
  };
