import type { Ctx } from "@/lib/auth/context";
import type { Permission } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";

/**
 * What somebody must be allowed to look after a company's people: nothing for those people themselves.
 * @throws NotFound for another company that takes part
 */
export function permissionFor({ actor }: Pick<Ctx, "actor">, partnerId: string): Permission | null {
  if (actor.kind !== "partner") return "partners:manage";
  if (actor.organizationId !== partnerId) throw new NotFound("partner");
  return null;
}

/** @throws NotFound for a company that does not take part in the program */
export async function requireParticipant(tx: Tx, programId: string, partnerId: string): Promise<void> {
  const parts = await tx.programParticipant.count({ where: { programId, organizationId: partnerId } });
  if (parts === 0) throw new NotFound("partner");
}
