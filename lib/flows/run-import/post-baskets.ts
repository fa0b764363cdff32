import "server-only";
import { recordAudit } from "@/lib/audit";
import { type Ctx, systemCtx } from "@/lib/auth/context";
import { assert, present } from "@/lib/core/assert";
import type { Clock } from "@/lib/core/clock";
import { toTypeId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import { acceptEvents } from "@/lib/events";
import {
  addRejects,
  type ImportMapping,
  type Lease,
  readMapping,
  stepUnderLease,
  type TakenLine,
  takeBaskets,
} from "@/lib/imports";
import { ensureMembersByExternalId } from "@/lib/members";
import { type ProgramDto, readProgram } from "@/lib/programs";
import { eventSource, toPurchase } from "./basket-event";

/** Baskets that become events in one transaction. */
const SLICE_BASKETS = 500;

/**
 * Hands the baskets over in order of time, slice by slice. A slice's events, the members created for it, its
 * refusals and the checkpoint commit together, so a crash neither loses nor repeats a basket.
 * Ends when the last basket is in or when `shouldPause` says so.
 * @throws LeaseLost
 */
export async function postBaskets(lease: Lease, clock: Clock, shouldPause: () => boolean): Promise<void> {
  const program = await readProgram(lease.programId);
  const mapping = await readMapping(lease);
  for (;;) {
    const isDone = await stepUnderLease(lease, "posting", (tx, { baskets, basketsDone }) =>
      postSlice(tx, { ...systemCtx(lease.programId, "import", clock), tx }, lease, {
        program,
        mapping,
        baskets,
        basketsDone,
      }),
    );
    if (isDone || shouldPause()) return;
  }
}

type Slice = { program: ProgramDto; mapping: ImportMapping; baskets: bigint; basketsDone: bigint };

async function postSlice(
  tx: Tx,
  ctx: Ctx,
  lease: Lease,
  { program, mapping, baskets, basketsDone }: Slice,
): Promise<boolean> {
  const taken = groupByBasket(await takeBaskets(tx, lease, basketsDone, SLICE_BASKETS));
  const membersCreated = mapping.createMembers ? await createMembers(ctx, taken) : 0;
  const refusals = new Map<string, { code: string; reason: string }>();
  const counts = { accepted: 0, duplicates: 0, rejected: 0 };
  if (taken.size > 0) {
    const naming = { source: eventSource(mapping.source), currency: program.currency };
    const events = [...taken].map(([key, lines]) => toPurchase(key, lines, naming));
    const { accepted, duplicates, rejected, results } = await acceptEvents(ctx, events);
    Object.assign(counts, { accepted, duplicates, rejected });
    for (const [index, result] of results.entries()) {
      if (result.status !== "rejected") continue;
      const { code, detail: reason } = result.error;
      refusals.set(present(events[index], "results answer events in order").id, { code, reason });
    }
  }
  const rejects = [...refusals].flatMap(([basketKey, refusal]) =>
    present(taken.get(basketKey), "only taken baskets are refused").map(({ lineNo, content }) => ({
      lineNo: Number(lineNo),
      basketKey,
      ...refusal,
      content,
    })),
  );
  await addRejects(tx, lease, rejects);

  const done = basketsDone + BigInt(taken.size);
  assert(taken.size > 0 || done === baskets, "baskets are numbered without gaps");
  const isDone = done === baskets;
  const { programId, importId } = lease;
  await tx.import.update({
    where: { programId_importId: { programId, importId } },
    data: {
      basketsDone: done,
      accepted: { increment: counts.accepted },
      duplicates: { increment: counts.duplicates },
      rejected: { increment: counts.rejected },
      linesRejected: { increment: rejects.length },
      membersCreated: { increment: membersCreated },
      attempts: 0,
      ...(isDone ? { state: "done", finishedAt: ctx.clock.now() } : {}),
    },
  });
  if (isDone) {
    const target = toTypeId("imp", importId);
    await recordAudit(tx, ctx, { action: "import.finished", target, detail: { baskets: Number(baskets) } });
  }
  return isDone;
}

async function createMembers(ctx: Ctx, taken: Map<string, TakenLine[]>): Promise<number> {
  const keys = [...taken.values()].flatMap(([first]) => (first ? [first.memberKey] : []));
  if (keys.length === 0) return 0;
  const members = await ensureMembersByExternalId(ctx, keys);
  return [...members.values()].filter(({ created }) => created).length;
}

function groupByBasket(lines: readonly TakenLine[]): Map<string, TakenLine[]> {
  const baskets = new Map<string, TakenLine[]>();
  for (const line of lines) {
    const known = baskets.get(line.basketKey);
    if (known) known.push(line);
    else baskets.set(line.basketKey, [line]);
  }
  return baskets;
}
