import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryLedger } from "@/lib/testing/ledger-model/memory-ledger";
import { comparable, moves, rules } from "@/lib/testing/ledger-model/moves";
import { ReferenceLedger } from "@/lib/testing/ledger-model/reference-ledger";

/** How many random histories are tried; LEDGER_RUNS asks for more. */
const RUNS = Number(process.env.LEDGER_RUNS ?? 600);

test(
  "whatever happens in whatever order, planning leads to what the reference ledger says",
  () => {
    fc.assert(
      fc.property(rules, moves(40), (program, history) => {
        const reference = new ReferenceLedger(program);
        const ledger = new MemoryLedger(program);
        for (const move of history) {
          const answer = ledger.act(move);
          expect(answer).toBe(reference.act(move));
          expect(comparable(ledger.view())).toEqual(comparable(reference.view()));
        }
      }),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 100,
);
