import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Invalid } from "@/lib/core/errors";
import { type EventDraft, examineItem } from "@/lib/events";
import {
  CsvFile,
  compileMapping,
  currencyDigits,
  guessMapping,
  importMapping,
  START_OF_FILE,
  uploadPath,
} from "@/lib/imports";
import type { ProgramDto } from "@/lib/programs";
import { layoutOfFile, type SimulationFileLayout, type SimulationRequest } from "@/lib/simulations";
import { type BasketLine, toPurchase } from "../run-import/basket-event";

type Mapping = Extract<SimulationRequest["source"], { kind: "file" }>["mapping"];

export type FileEvents = { drafts: EventDraft[]; refused: number; firstFault: string | null };

/** Events that one simulation of a file goes through: they are kept in memory to be put in order. */
const MAX_EVENTS = 1_000_000;
const MAX_LINES = 5_000_000;
const SAMPLES = 50;
/** A file may hold what is only planned. */
const AHEAD_MS = 10 * 366 * 86_400_000;

/**
 * Reads the events of an uploaded file: as the event door takes them, one a line, or the line items of a till's
 * export, of which those of one basket become one purchase.
 * @throws Invalid when there are too many, or a column that is needed is not there
 */
export async function readEvents(
  fileKey: string,
  program: ProgramDto,
  mapping: Mapping,
  now: Date,
): Promise<FileEvents> {
  const layout = await layoutOfFile(fileKey);
  const collected = new Collected(program, new Date(now.getTime() + AHEAD_MS));
  if (layout.kind === "ndjson") await readLines(fileKey, collected);
  else await readBaskets(fileKey, layout, program, mapping, collected);
  return collected;
}

class Collected implements FileEvents {
  readonly drafts: EventDraft[] = [];
  refused = 0;
  firstFault: string | null = null;
  readonly #program: ProgramDto;
  readonly #latest: Date;

  constructor(program: ProgramDto, latest: Date) {
    this.#program = program;
    this.#latest = latest;
  }

  add(item: unknown, place: string): void {
    const examined = examineItem(item, "", this.#program, this.#latest);
    if ("error" in examined) this.refuse(`${place}: ${examined.error.detail}`);
    else this.drafts.push(examined.draft);
    if (this.drafts.length > MAX_EVENTS) {
      throw new Invalid(`A file to simulate over has at most ${MAX_EVENTS.toLocaleString("en")} events.`);
    }
  }

  refuse(fault: string): void {
    this.refused += 1;
    this.firstFault ??= fault;
  }
}

async function readLines(fileKey: string, collected: Collected): Promise<void> {
  const lines = createInterface({
    input: createReadStream(uploadPath(fileKey)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let lineNo = 0;
  for await (const line of lines) {
    lineNo += 1;
    if (line.trim() === "") continue;
    const place = `Line ${lineNo}`;
    const item = parseJson(line);
    if (item === undefined) collected.refuse(`${place}: this is not JSON.`);
    else collected.add(item, place);
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // It throws for every text that is not JSON: that is the answer, not a fault.
    return undefined;
  }
}

async function readBaskets(
  fileKey: string,
  layout: Extract<SimulationFileLayout, { kind: "csv" }>,
  { timeZone, currency }: ProgramDto,
  given: Mapping,
  collected: Collected,
): Promise<void> {
  const rowsOf = () => new CsvFile(uploadPath(fileKey), layout, START_OF_FILE).rows();
  const mapping = await mappingOf(layout.columns, rowsOf(), given);
  const parse = compileMapping(mapping, layout.columns, {
    timeZone,
    currencyDigits: currencyDigits(currency),
  });
  const baskets = new Map<string, BasketLine[]>();
  let lines = 0;
  for await (const row of rowsOf()) {
    if (row.lineNo === 1) continue;
    lines += 1;
    if (lines > MAX_LINES) throw new Invalid(`A file to simulate over has at most ${MAX_LINES} lines.`);
    const parsed = parse(row);
    if (!parsed.ok) {
      collected.refuse(`Line ${row.lineNo}: ${parsed.reject.reason}`);
      continue;
    }
    const basket = baskets.get(parsed.line.basketKey);
    if (basket) basket.push(parsed.line);
    else baskets.set(parsed.line.basketKey, [parsed.line]);
  }
  for (const [key, own] of baskets) {
    collected.add(toPurchase(key, own, { source: "file", currency }), `Basket ${key}`);
  }
}

/** The mapping that was given, and for the rest what the names of the columns suggest. */
async function mappingOf(
  columns: readonly string[],
  rows: AsyncGenerator<{ lineNo: number; fields: string[] }>,
  given: Mapping,
) {
  const samples: string[][] = [];
  for await (const { lineNo, fields } of rows) {
    if (lineNo > 1) samples.push(fields);
    if (samples.length >= SAMPLES) break;
  }
  const guess = guessMapping(
    columns.map((name, place) => ({
      name,
      samples: samples.map((fields) => fields[place] ?? "").filter((value) => value.trim() !== ""),
    })),
  );
  const parsed = importMapping.safeParse({
    ...guess,
    ...given,
    columns: { ...guess.columns, ...given?.columns },
  });
  if (parsed.success) return parsed.data;
  throw new Invalid(
    "The file needs a column for the basket, the member, the time and the amount, with names such as basket_id, member_id, timestamp and amount.",
  );
}
