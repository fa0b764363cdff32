import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryLedger } from "@/lib/testing/ledger-model/memory/memory-ledger";
import { comparable } from "@/lib/testing/ledger-model/moves";
import { histories, rules } from "@/lib/testing/ledger-model/random-moves";
import { ReferenceLedger } from "@/lib/testing/ledger-model/reference/reference-ledger";

/** So many random histories are tried, always the same; LEDGER_RUNS asks for so many others. */
const { LEDGER_RUNS } = process.env;
const TRIED = LEDGER_RUNS === undefined ? { numRuns: 1_000, seed: 2 } : { numRuns: Number(LEDGER_RUNS) };

test(
  "whatever happens in whatever order, planning leads to what the reference ledger says",
  () => {
    fc.assert(
      fc.property(rules, histories(60), (program, history) => {
        const reference = new ReferenceLedger(program);
        const ledger = new MemoryLedger(program);
        for (const move of history) {
          expect(ledger.act(move)).toBe(reference.act(move));
          const [seen, expected] = [comparable(ledger.view()), comparable(reference.view())];
          // Looking for what differs takes ten times as long as seeing that nothing does.
          if (!isDeepStrictEqual(seen, expected)) expect(seen).toEqual(expected);
        }
      }),
      TRIED,
    );
  },
  60_000 + TRIED.numRuns * 100,
);

const DONE = ["done"];
const UNDONE = ["already_reversed", "done"];
const NEVER_UNDONE = ["not_reversible"];
const ABOUT_POOL = ["done", "not_in_pool", "pool_dissolved"];
/** What is to become of each movement, and of the reversal of each line, somewhere in so many histories. */
const EVERYTHING: Record<string, string[]> = {
  purchase: DONE,
  "post purchase": DONE,
  return: DONE,
  "post return": ["done", "no_such_line", "nothing_to_return", "purchase_not_found", "returned_too_much"],
  visit: DONE,
  "post visit": DONE,
  flown: DONE,
  "post flown": DONE,
  again: DONE,
  post: DONE,
  retry: DONE,
  wait: DONE,
  endOfDay: DONE,
  activation: DONE,
  expiry: DONE,
  credit: DONE,
  debit: ["done", "insufficient_points"],
  spend: ["done", "insufficient_points"],
  hold: ["done", "insufficient_points"],
  capture: ["done", "exceeds_hold", "hold_closed", "hold_expired", "not_found"],
  release: ["done", "hold_closed", "not_found"],
  send: ["done", "insufficient_points", "own_member"],
  join: ["already_in_pool", "done", "pool_dissolved"],
  leave: [...ABOUT_POOL, "owner_stays"],
  handOver: [...ABOUT_POOL, "runs_already"],
  give: [...ABOUT_POOL, "insufficient_points"],
  payOut: [...ABOUT_POOL, "insufficient_points"],
  poolSpend: [...ABOUT_POOL, "insufficient_points"],
  dissolve: ["done", "points_arriving", "pool_dissolved"],
  reverse: ["not_found"],
  "reverse purchase": [...UNDONE, "not_reversible"],
  "reverse return": [...UNDONE, "not_reversible"],
  "reverse visit": UNDONE,
  "reverse flown": UNDONE,
  "reverse credit": UNDONE,
  "reverse debit": UNDONE,
  // Of a pool that was dissolved since.
  "reverse spend": [...UNDONE, "not_reversible"],
  "reverse expiry": [...UNDONE, "not_reversible"],
  "reverse transfer_out": [...UNDONE, "not_reversible", "recipient_has_spent"],
  "reverse transfer_in": ["already_reversed", "not_reversible"],
  "reverse hold": NEVER_UNDONE,
  "reverse release": NEVER_UNDONE,
  "reverse activation": NEVER_UNDONE,
  "reverse pool_out": NEVER_UNDONE,
  "reverse pool_in": NEVER_UNDONE,
  "reverse reversal": NEVER_UNDONE,
};

test("histories have everything in them: each movement, each reversal, and each refusal", () => {
  const seen = new Map<string, Set<string>>();
  for (const [program, history] of fc.sample(fc.tuple(rules, histories(60)), { numRuns: 2_000, seed: 1 })) {
    const ledger = new ReferenceLedger(program);
    for (const move of history) ledger.act(move);
    for (const [what, times] of Object.entries(ledger.happened)) {
      seen.set(what, new Set([...(seen.get(what) ?? []), ...Object.keys(times)]));
    }
  }
  const sorted = (all: Iterable<[string, Iterable<string>]>) =>
    Object.fromEntries([...all].map(([what, answers]) => [what, [...answers].sort()]));
  expect(sorted(seen)).toEqual(sorted(Object.entries(EVERYTHING)));
});
