import type { ImportDto, RejectDto } from "@/lib/imports/schema";

const TERMINAL_MS = 250;
const LOG_MS = 5_000;

const number = (value: number) => value.toLocaleString("en");

/** Shows how far an import is: one line that renews itself in a terminal, a line every few seconds in a log. */
export class ImportProgress {
  readonly #read: () => Promise<ImportDto>;
  readonly #timer: NodeJS.Timeout;
  #pending: Promise<void> = Promise.resolve();

  constructor(read: () => Promise<ImportDto>) {
    this.#read = read;
    const interval = process.stdout.isTTY ? TERMINAL_MS : LOG_MS;
    this.#timer = setInterval(() => {
      this.#pending = this.#show();
    }, interval);
  }

  /** Stops showing; call it before anything else is printed. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#pending;
    if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
  }

  async #show(): Promise<void> {
    // A moment without an answer is no reason to stop; the work itself reports what is wrong.
    const current = await this.#read().catch(() => null);
    if (current === null) return;
    process.stdout.write(
      process.stdout.isTTY ? `\r\u001b[K${sentenceOf(current)}` : `${sentenceOf(current)}\n`,
    );
  }
}

function sentenceOf({ state, progress, linesRead, baskets, basketsDone }: ImportDto): string {
  const share = progress === null ? "" : ` ${Math.floor(progress * 100)} %`;
  switch (state) {
    case "staging":
      return `Reading${share}: ${number(linesRead)} lines`;
    case "grouping":
      return `Putting ${number(linesRead)} lines together to baskets`;
    case "posting":
      return `Handing over${share}: ${number(basketsDone)} of ${number(baskets)} baskets`;
    default:
      return "Clearing up";
  }
}

/** What came of an import, with the first of the lines that did not go in. */
export function writeSummary(outcome: ImportDto, rejects: readonly RejectDto[]): void {
  const rows: [string, number][] = [
    ["Lines read", outcome.linesRead],
    ["Lines rejected", outcome.linesRejected],
    ["Baskets", outcome.baskets],
    ["  accepted", outcome.accepted],
    ["  known already", outcome.duplicates],
    ["  rejected", outcome.rejected],
    ["Members created", outcome.membersCreated],
  ];
  for (const [label, value] of rows) {
    process.stdout.write(`${label.padEnd(18)}${number(value).padStart(12)}\n`);
  }
  for (const { line, reason } of rejects) process.stdout.write(`  line ${number(line)}: ${reason}\n`);
  const more = outcome.linesRejected - rejects.length;
  if (more > 0) process.stdout.write(`  and ${number(more)} more; --rejects FILE writes them all\n`);
  process.stdout.write(
    outcome.accepted > 0 ? "Accepted baskets are posted by the running product, in order of time.\n" : "",
  );
}
