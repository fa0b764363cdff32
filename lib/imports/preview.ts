import type { CsvRow } from "./csv-rows";
import type { LineParser } from "./parse-line";
import type { PreviewDto, RejectDto, RejectedLine, StagedLine } from "./schema";

const MAX_PROBLEMS = 8;

type PreviewBasket = Omit<PreviewDto["baskets"][number], "memberKnown">;
export type Preview = Omit<PreviewDto, "baskets"> & { baskets: PreviewBasket[] };

/**
 * What the first lines of a file would become: baskets in order of time and the lines that do not fit.
 * A basket may have more lines further on in the file.
 * @param rows data rows, without the header
 */
export function previewBaskets(rows: readonly CsvRow[], parse: LineParser, maxBaskets: number): Preview {
  const baskets = new Map<string, StagedLine[]>();
  const rejects: RejectedLine[] = [];
  for (const row of rows) {
    const parsed = parse(row);
    if (!parsed.ok) {
      rejects.push(parsed.reject);
      continue;
    }
    const known = baskets.get(parsed.line.basketKey);
    if (known) known.push(parsed.line);
    else baskets.set(parsed.line.basketKey, [parsed.line]);
  }
  const incomplete = new Set(rejects.map(({ basketKey }) => basketKey));
  const previews = [...baskets].map(([key, lines]) => toPreview(key, lines, incomplete.has(key)));
  previews.sort((one, other) => order(one, other));
  return {
    linesRead: rows.length,
    baskets: previews.slice(0, maxBaskets),
    problems: rejects.slice(0, MAX_PROBLEMS).map(toRejectDto),
    problemCount: rejects.length,
  };
}

function toPreview(basketId: string, lines: readonly StagedLine[], isIncomplete: boolean): PreviewBasket {
  const [first] = lines;
  const members = new Set(lines.map(({ memberKey }) => memberKey));
  const earliest = lines.reduce(
    (time, line) => Math.min(time, line.occurredAt.getTime()),
    Number.POSITIVE_INFINITY,
  );
  return {
    basketId,
    memberId: first?.memberKey ?? "",
    occurredAt: new Date(earliest).toISOString(),
    store: lines.find(({ item }) => item.store !== undefined)?.item.store ?? null,
    channel: lines.find(({ item }) => item.channel !== undefined)?.item.channel ?? null,
    amountMinor: lines.reduce((sum, { item }) => sum + item.amountMinor, 0),
    lines: lines.map(({ lineNo, item }) => ({
      line: lineNo,
      label: item.name ?? item.sku ?? item.category ?? "Item",
      quantity: item.quantity,
      amountMinor: item.amountMinor,
    })),
    problem: problemOf(members.size, isIncomplete),
  };
}

function problemOf(memberCount: number, isIncomplete: boolean): string | null {
  if (isIncomplete) return "A line of this basket does not fit, so none of it would go in.";
  return memberCount > 1 ? "Its lines name different members." : null;
}

function order(one: PreviewBasket, other: PreviewBasket): number {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt ? -1 : 1;
  return one.basketId < other.basketId ? -1 : 1;
}

export function toRejectDto({ lineNo, basketKey, code, reason, content }: RejectedLine): RejectDto {
  return { line: lineNo, basketId: basketKey, code, reason, content };
}
