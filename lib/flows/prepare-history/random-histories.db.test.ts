import fc from "fast-check";
import { expect, test } from "vitest";
import { present } from "@/lib/core/assert";
import { fixedClock } from "@/lib/core/clock";
import { db } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import { postSlice } from "@/lib/flows/post-events";
import { reverseEntry } from "@/lib/flows/reverse-entry";
import { makeMember, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { prepareHistory } from "./prepare-history";
import { breaksOf, custom, type Guest, launch, purchase, returnOf } from "./testing";

const clock = fixedClock(new Date("2026-11-20T12:00:00Z"));

/** Counts coffees by all that can be told apart, and visits. */
const RULES = [
  { measure: "count", of: { filter: [{ field: "category", op: "in", values: ["Coffee"] }] } },
  { measure: "amountMinor" },
  { measure: "distinct", what: "category" },
  { measure: "distinct", what: "store" },
  { measure: "count", of: { event: "custom:visit" } },
] as const;

const line = fc.record({
  category: fc.constantFrom("Coffee", "coffee", "Tea"),
  amountMinor: fc.integer({ min: 0, max: 999 }),
  quantity: fc.constantFrom(1, 2, 3, 0.5),
});
const move = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("purchase" as const),
      guest: fc.nat(2),
      day: fc.integer({ min: 1, max: 18 }),
      lines: fc.array(line, { maxLength: 3 }),
      store: fc.constantFrom(undefined, "North", "South"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("return" as const),
      purchase: fc.nat(30),
      lines: fc.option(
        fc.array(fc.record({ line: fc.nat(2), quantity: fc.constantFrom(0.5, 1, 2) }), {
          minLength: 1,
          maxLength: 1,
        }),
        { nil: undefined },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("visit" as const),
      guest: fc.nat(2),
      day: fc.integer({ min: 1, max: 18 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("again" as const), event: fc.nat(60) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("post" as const), limit: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reverse" as const), entry: fc.nat(60) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("launch" as const), rule: fc.nat(RULES.length - 1) }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer Made> ? Made : never;

/** A café whose guests do whatever the moves say. */
class RandomCafe {
  readonly #program: TestProgram;
  readonly #guests: readonly Guest[];
  readonly #sent: object[] = [];
  readonly #purchases: { id: string; guest: Guest }[] = [];

  private constructor(program: TestProgram, guests: readonly Guest[]) {
    this.#program = program;
    this.#guests = guests;
  }

  static async open(): Promise<RandomCafe> {
    const program = await makeProgram({ lanes: 2 }, clock);
    return new RandomCafe(program, await Promise.all([1, 2, 3].map(() => makeMember(program.ctx))));
  }

  async make(move: Move): Promise<void> {
    const id = `e${this.#sent.length}`;
    const { programId, ctx } = this.#program;
    switch (move.kind) {
      case "purchase": {
        const guest = this.#guest(move.guest);
        this.#purchases.push({ id, guest });
        const at = dayOf(move.day);
        const basket = purchase(guest, id, at, move.lines, move.store);
        await this.#send(
          move.lines.length === 0 ? { ...basket, amountMinor: 500, lines: undefined } : basket,
        );
        break;
      }
      case "return": {
        const bought = this.#purchases[move.purchase % Math.max(1, this.#purchases.length)];
        if (bought) await this.#send(returnOf(bought.guest, id, bought.id, dayOf(19), move.lines));
        break;
      }
      case "visit":
        await this.#send(custom(this.#guest(move.guest), id, dayOf(move.day), "visit"));
        break;
      case "again": {
        const event = this.#sent[move.event % Math.max(1, this.#sent.length)];
        if (event) await acceptEvents(ctx, [event]);
        break;
      }
      case "post":
        await Promise.all([1, 2].map(() => postSlice({ programId, clock, limit: move.limit })));
        break;
      case "reverse":
        await this.#reverse(move.entry);
        break;
      case "launch":
        await launch(this.#program, {
          name: "Counted",
          trigger: { event: "purchase" },
          condition: {
            kind: "history",
            ...present(RULES[move.rule], "a rule of the list"),
            window: { kind: "days", days: 7 },
            op: "at_least",
            value: 1,
          },
          effects: [{ kind: "fixed", points: 1 }],
        });
        await prepareHistory({ programId, clock });
        break;
    }
  }

  async finish(): Promise<void> {
    const { programId } = this.#program;
    while ((await postSlice({ programId, clock, limit: 50 })) !== null);
    expect(await breaksOf(this.#program)).toEqual([]);
  }

  #guest(index: number): Guest {
    return present(this.#guests[index], "one of the three guests");
  }

  async #send(event: object): Promise<void> {
    this.#sent.push(event);
    await acceptEvents(this.#program.ctx, [event]);
  }

  /** Undoes a purchase, visit or return, unless it cannot be undone any more. */
  async #reverse(entry: number): Promise<void> {
    const { programId, ctx } = this.#program;
    const entries = await db().decision.findMany({
      where: { programId, kind: { not: "reversal" } },
      orderBy: [{ lane: "asc" }, { entryNo: "asc" }],
    });
    const found = entries[entry % Math.max(1, entries.length)];
    if (!found) return;
    await reverseEntry(ctx, found.causeId, { reason: "By mistake" }).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error)) throw error;
    });
  }
}

function dayOf(day: number): string {
  return `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`;
}

/** `HISTORY_RUNS` tries more. */
const runs = Number(process.env.HISTORY_RUNS ?? 12);

test("whatever happens in whatever order, what is kept is what the events say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 40 }), async (moves) => {
      const cafe = await RandomCafe.open();
      for (const each of moves) await cafe.make(each);
      await cafe.finish();
    }),
    { numRuns: runs },
  );
}, 300_000);
