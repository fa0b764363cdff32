import type { Page } from "./cursor";

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
  return fileResponse(name, [...lines].join(""));
}

/**
 * A file to download that is sent as it is read, page by page, however long it becomes. What refuses the reader is
 * thrown before anything is sent; what fails later breaks the download off, so that nobody takes a part for the whole.
 * @param name without its ending
 * @param read the page after a cursor; undefined: the first one
 */
export async function csvOfPages(
  name: string,
  header: readonly string[],
  read: (cursor: string | undefined) => Promise<Page<CsvCell[]>>,
): Promise<Response> {
  let page: Page<CsvCell[]> | null = await read(undefined);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(toCsvLine(header))),
    pull: async (controller) => {
      if (page === null) return controller.close();
      const { items, nextCursor } = page;
      controller.enqueue(encoder.encode(items.map(toCsvLine).join("")));
      page = nextCursor === null ? null : await read(nextCursor);
    },
  });
  return fileResponse(name, body);
}

function fileResponse(name: string, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]+/g, "-")}.csv"`,
      "cache-control": "no-store",
    },
  });
}
