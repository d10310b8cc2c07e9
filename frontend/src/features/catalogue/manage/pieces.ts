/** What one request takes is 20,000 characters; some room is left for the heading. */
const LONGEST = 18_000;
const HEADING = /(^|[,;\t"])\s*(codes?|códigos?|codic[ei])\s*("|[,;\t]|$)/i;

/** A list of codes in pieces that one request takes each; the heading of a table goes with each of them. */
export function piecesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim());
  const heading = lines[0] && HEADING.test(lines[0]) ? `${lines.shift()}\n` : '';
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.map((piece) => heading + piece);
}
