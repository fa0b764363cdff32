import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Something that a till asks the product for. Asked again with the same id, it is the same request. */
export type Request =
  | { id: string; kind: "events"; events: object[] }
  | { id: string; kind: "event"; event: object }
  | { id: string; kind: "spend"; memberId: string; points: number }
  | { id: string; kind: "hold"; memberId: string; points: number; captures: boolean };

/** What came of it, as the till was told. */
export type Answer = "done" | "refused";

type Line = { asked: Request } | { answered: string; answer: Answer };

/**
 * What a till has asked for and been answered, on disk before and after each request: it outlives the till, so that
 * what a killed one left open is asked again, and that what was confirmed can be held against the ledger.
 */
export class Journal {
  readonly asked = new Map<string, Request>();
  readonly answers = new Map<string, Answer>();
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const text of readFileSync(file, "utf8").split("\n")) this.#read(text);
  }

  /** The requests of which nobody knows what became. */
  open(): Request[] {
    return [...this.asked.values()].filter(({ id }) => !this.answers.has(id));
  }

  ask(request: Request): void {
    this.asked.set(request.id, request);
    this.#write({ asked: request });
  }

  answer(id: string, answer: Answer): void {
    this.answers.set(id, answer);
    this.#write({ answered: id, answer });
  }

  #write(line: Line): void {
    appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  #read(text: string): void {
    const line = parse(text);
    if (line === null) return;
    if ("asked" in line) this.asked.set(line.asked.id, line.asked);
    else this.answers.set(line.answered, line.answer);
  }
}

function parse(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    // A till that was killed while it wrote leaves half a line, of a request that it had not made yet.
    return null;
  }
}
