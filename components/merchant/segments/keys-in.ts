/** The members that a pasted text names: the first column of each line, quoted or not; without repetitions. */
export function keysIn(text: string): string[] {
  const keys = text.split(/\r?\n/).map((line) => {
    const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line);
    const cell = quoted?.[1]?.replaceAll('""', '"') ?? line.split(/[,;\t]/, 1)[0] ?? "";
    return cell.trim();
  });
  return [...new Set(keys.filter((key) => key !== ""))];
}
