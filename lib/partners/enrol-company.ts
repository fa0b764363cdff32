import type { Ctx } from "@/lib/auth/context";
import { Conflict } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db";
import type { Part } from "./schema";
import type { PartnerRow } from "./sql";

/**
 * Makes a company, with its parts in the program.
 * @param others those that take part already, under the lock of partners
 * @returns its UUID
 * @throws Conflict `partner_exists`
 */
export async function enrolCompany(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
  others: readonly Pick<PartnerRow, "name">[],
  { name, parts }: { name: string; parts: readonly Part[] },
): Promise<string> {
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new Conflict("partner_exists", `${name} takes part in the program already.`);
  }
  const organizationId = newId();
  await tx.organization.create({ data: { organizationId, name, createdAt: clock.now() } });
  await tx.programParticipant.createMany({
    data: parts.map((role) => ({ programId, organizationId, role })),
  });
  return organizationId;
}
