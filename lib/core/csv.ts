/** A cell: text, a number as it is, or nothing. */
export type CsvCell = string | number | null;

/** A record of a CSV file (RFC 4180) with its line break. */
export function toCsvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(toCsvField).join(",")}\r\n`;
}

/** Quoted where it must be; text that a spreadsheet would run as a formula is made plain text. */
function toCsvField(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file to download, made line by line. @param name without its ending */
export function csvDownload(name: string, lines: Iterable<string>): Response {
  return new Response([...lines].join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]+/g, "-")}.csv"`,
      "cache-control": "no-store",
    },
  });
}
