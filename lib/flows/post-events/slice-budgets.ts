import {
  type BudgetKey,
  type BudgetState,
  budgetName,
  type CompiledRuleSet,
  lockBudgets,
  NO_BUDGETS,
  reserveBudgets,
  type Unsettled,
} from "@/lib/campaigns";
import { type SqlTx, withDriverTx } from "@/lib/db";
import type { ClaimedEvent } from "@/lib/events";
import type { KnownPurchase } from "./known-purchase";

type Lane = { programId: string; lane: number };

/** A slice that would be decided wrongly as budgets stand: it is rolled back, and made again when they are seen to. */
export class BudgetsUnsettled extends Error {
  readonly unsettled: Unsettled;

  constructor(unsettled: Unsettled) {
    super("budgets are short");
    this.unsettled = unsettled;
  }
}

class NothingToReserve extends Error {}

/**
 * What the attempts at one posting have learnt about budgets. Where a lane is short it first reserves more, without a
 * look at anybody else. Only where there is nothing to reserve does it ask for the budget whole, and with that for what
 * others have reserved and not used.
 */
export class BudgetTurns {
  readonly #whole = new Set<string>();
  readonly #reserved = new Set<string>();

  /** Names of the budgets that the posting is to have whole. */
  get whole(): ReadonlySet<string> {
    return this.#whole;
  }

  /** Sees to it that the next attempt comes further than the one before. */
  async prepare(lane: Lane, { wishes, whole }: Unsettled): Promise<void> {
    for (const key of whole) this.#whole.add(budgetName(key));
    const first = wishes.filter((wish) => !this.#reserved.has(budgetName(wish)));
    for (const wish of wishes) {
      if (!first.includes(wish)) this.#whole.add(budgetName(wish));
    }
    if (first.length > 0 && !(await reserve(lane, first))) {
      for (const wish of first) this.#whole.add(budgetName(wish));
    }
    for (const wish of first) this.#reserved.add(budgetName(wish));
  }
}

async function reserve(lane: Lane, wishes: Unsettled["wishes"]): Promise<boolean> {
  try {
    await withDriverTx(async (tx) => {
      if (!(await reserveBudgets(tx, lane, wishes))) throw new NothingToReserve();
    });
    return true;
  } catch (error) {
    if (error instanceof NothingToReserve) return false;
    throw error;
  }
}

/**
 * Locks and reads what posting these events may use of budgets, or give back. Without budgets it asks for nothing.
 * @param whole names of those that the posting is to have for itself
 */
export async function loadBudgets(
  tx: SqlTx,
  { programId, lane }: Lane,
  ruleSet: CompiledRuleSet,
  events: readonly ClaimedEvent[],
  purchases: ReadonlyMap<string, KnownPurchase>,
  whole: ReadonlySet<string>,
): Promise<BudgetState> {
  const keys = budgetsOf(ruleSet, events, purchases);
  if (keys.length === 0) return NO_BUDGETS;
  const rows = await lockBudgets(tx, { programId, lane }, keys, (key) => whole.has(budgetName(key)));
  const amounts = new Map(
    [...ruleSet.budgetsByType.values()]
      .flat()
      .map(({ campaignId, limitNo, amount }) => [`${campaignId} ${limitNo}`, amount]),
  );
  return { lane, rows, whole, amounts };
}

function budgetsOf(
  { budgetsByType, clock }: CompiledRuleSet,
  events: readonly ClaimedEvent[],
  purchases: ReadonlyMap<string, KnownPurchase>,
): BudgetKey[] {
  const keys = new Map<string, BudgetKey>();
  const add = (key: BudgetKey) => keys.set(budgetName(key), key);
  for (const { type, occurredAt } of events) {
    for (const { campaignId, limitNo, window } of budgetsByType.get(type) ?? []) {
      add({ campaignId, limitNo, windowStart: clock.windowStart(occurredAt.getTime(), window) });
    }
  }
  for (const { outcome } of purchases.values()) {
    for (const { campaignId, caps } of outcome?.awards ?? []) {
      for (const { per, limitNo, windowStart } of caps) {
        if (per === "campaign") add({ campaignId, limitNo, windowStart });
      }
    }
  }
  return [...keys.values()];
}
