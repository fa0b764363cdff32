import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { Invalid } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import type { Prisma } from "@/lib/db";
import { write } from "@/lib/write";
import { type LedgerPolicyChange, ledgerPolicyChange } from "./point-type-input";
import { readProgram } from "./queries";
import type { LedgerPolicy } from "./schema";
import { lockPointTypes } from "./sql";
import { keepThresholds } from "./thresholds";

/**
 * Changes the program's limits on what people do with points; what is not named stays. What was raised of the thresholds for
 * adjustments counts from a day later on.
 * @throws Forbidden; Invalid where two limits contradict each other
 */
export async function setLedgerPolicy(ctx: Ctx, change: LedgerPolicyChange): Promise<LedgerPolicy> {
  const parsed = ledgerPolicyChange.parse(change);
  return write(ctx, { permission: "program:manage", request: parsed }, async (tx) => {
    await lockPointTypes(tx, ctx.programId);
    const { ledgerPolicy: before } = await readProgram(ctx.programId, tx);
    const policy: LedgerPolicy = {
      adjustments: { ...before.adjustments, ...parsed.adjustments },
      holds: { ...before.holds, ...parsed.holds },
      transfers: { ...before.transfers, ...parsed.transfers },
      pools: { ...before.pools, ...parsed.pools },
      graceDays: parsed.graceDays ?? before.graceDays,
    };
    checkConsistent(policy);
    await tx.program.update({ where: { programId: ctx.programId }, data: { ledgerPolicy: policy } });
    await keepThresholds(tx, ctx, before.adjustments, policy.adjustments);
    await recordAudit(tx, ctx, {
      action: "ledger_policy.changed",
      target: toTypeId("prog", ctx.programId),
      detail: changesBetween(before, policy),
    });
    programChanged(tx, ctx.programId);
    return policy;
  });
}

/** What is different, part by part, as it was and as it is. */
function changesBetween(before: LedgerPolicy, after: LedgerPolicy): Prisma.InputJsonObject {
  const changes: Record<string, Prisma.InputJsonValue> = {};
  const note = (path: string, from: unknown, to: unknown) => {
    if (from !== to) changes[path] = { from, to } as Prisma.InputJsonObject;
  };
  for (const part of ["adjustments", "holds", "transfers", "pools"] as const) {
    const was: Record<string, unknown> = before[part];
    for (const [name, value] of Object.entries(after[part])) note(`${part}.${name}`, was[name], value);
  }
  note("graceDays", before.graceDays, after.graceDays);
  return changes;
}

function checkConsistent({ holds, transfers }: LedgerPolicy): void {
  if (holds.defaultMinutes > holds.longestMinutes) {
    throw contradiction("/holds/defaultMinutes", "A hold does not usually last longer than it may.");
  }
  if (transfers.largest !== null && transfers.largest < transfers.smallest) {
    throw contradiction("/transfers/largest", "The largest transfer is at least the smallest one.");
  }
}

function contradiction(pointer: string, detail: string): Invalid {
  return new Invalid(detail, [{ pointer, code: "contradiction", detail }]);
}
