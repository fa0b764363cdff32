import fc from "fast-check";
import { expect, test } from "vitest";
import { comparable } from "@/lib/testing/ledger-model/moves";
import { ProductLedger } from "@/lib/testing/ledger-model/product/product-ledger";
import { histories, rules } from "@/lib/testing/ledger-model/random-moves";
import { ReferenceLedger } from "@/lib/testing/ledger-model/reference/reference-ledger";

/** How many random histories are tried; LEDGER_DB_RUNS asks for more. */
const RUNS = Number(process.env.LEDGER_DB_RUNS ?? 12);

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
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 10_000,
);
