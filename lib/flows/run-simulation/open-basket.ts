import { Invalid } from "@/lib/core/errors";
import { newId, toTypeId } from "@/lib/core/ids";
import type { SqlTx } from "@/lib/db";
import { examineItem } from "@/lib/events";
import type { SimulationRequest } from "@/lib/simulations";
import { entriesOf } from "./file-events";
import { type Met, NOTHING_UNDONE, type PastBatch, type PastSource, type SourceContext } from "./past-source";
import { readPast } from "./read-past";
import { countPast, listReturned, listUndone } from "./sql";

type Basket = Extract<SimulationRequest["source"], { kind: "basket" }>;

/** Whoever puts a basket together may think of a time to come. */
const AHEAD_MS = 10 * 366 * 86_400_000;

/**
 * One basket, after everything that its member has done before it.
 * @throws Invalid when it is no event that the program would take
 */
export async function openBasket(
  tx: SqlTx,
  { program, now, ruleSetVersion }: SourceContext,
  { event, memberId }: Basket,
  members: Map<string, Met>,
): Promise<PastSource> {
  const { programId } = program;
  const member = memberId === undefined ? { externalId: "new member" } : { id: toTypeId("mem", memberId) };
  const item = { id: newId(), occurredAt: now.toISOString(), ...event, member };
  const examined = examineItem(item, "/source/event", program, new Date(now.getTime() + AHEAD_MS));
  if ("error" in examined) throw new Invalid(examined.error.detail);
  const entries = await entriesOf(tx, programId, [examined.draft], ruleSetVersion, members);
  const from = examined.draft.occurredAt;
  const to = new Date(from.getTime() + 1);
  if (memberId === undefined) {
    const whole = { willReturn: () => true, undone: NOTHING_UNDONE, comesBack: true, refused: 0 };
    return { entries: 1, from, to, turnsAt: null, batches: only(entries), ...whole };
  }
  const scope = { programId, to: from, memberId, share: null };
  const returned = await listReturned(tx, scope);
  return {
    entries: (await countPast(tx, scope)) + 1,
    ...{ from, to, turnsAt: null },
    willReturn: () => returned.length > 0 || examined.draft.event.type === "return",
    undone: new Set(await listUndone(tx, scope)),
    comesBack: true,
    batches: thenOnly(readPast(tx, scope, members), entries),
    refused: 0,
  };
}

async function* only(batch: PastBatch): AsyncGenerator<PastBatch> {
  yield batch;
}

async function* thenOnly(before: AsyncIterable<PastBatch>, batch: PastBatch): AsyncGenerator<PastBatch> {
  yield* before;
  yield batch;
}
