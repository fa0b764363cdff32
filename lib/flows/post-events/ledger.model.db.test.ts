import fc from "fast-check";
import { expect, test } from "vitest";
import { comparable } from "@/lib/testing/ledger-model/moves";
import { ProductLedger } from "@/lib/testing/ledger-model/product/product-ledger";
import { histories, rules } from "@/lib/testing/ledger-model/random-moves";
import { ReferenceLedger } from "@/lib/testing/ledger-model/reference/reference-ledger";

/** So many random histories are tried, always the same; LEDGER_DB_RUNS asks for so many others. */
const { LEDGER_DB_RUNS } = process.env;
const TRIED = LEDGER_DB_RUNS === undefined ? { numRuns: 12, seed: 1 } : { numRuns: Number(LEDGER_DB_RUNS) };

test(
  "whatever happens in whatever order, the product's ledger is what the reference ledger says, and verifies",
  async () => {
    await fc.assert(
      fc.asyncProperty(rules, histories(40), async (program, history) => {
        const reference = new ReferenceLedger(program);
        const ledger = await ProductLedger.open(program);
        for (const move of history) {
          expect(await ledger.act(move)).toBe(reference.act(move));
          expect(comparable(await ledger.view())).toEqual(comparable(reference.view()));
        }
        expect(await ledger.findings()).toEqual([]);
      }),
      TRIED,
    );
  },
  60_000 + TRIED.numRuns * 10_000,
);
