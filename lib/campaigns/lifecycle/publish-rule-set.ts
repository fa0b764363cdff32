import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { programChanged } from "@/lib/cache";
import { present } from "@/lib/core/assert";
import type { Tx } from "@/lib/db";
import { SEMANTICS } from "../evaluation/semantics";
import { lockRuleSetVersion } from "../sql";
import { whatIsPrepared } from "./prepared";

/**
 * Puts the campaigns that are active or scheduled now into force, as the program's next rule set; those that wait for
 * their history follow when it has been counted. Versions have no gaps: whoever publishes holds the program's turn until
 * its transaction ends.
 * @returns the new rule-set version
 */
export async function publishRuleSet(
  tx: Tx,
  { programId, clock }: Pick<Ctx, "programId" | "clock">,
): Promise<number> {
  const before = present(await lockRuleSetVersion(tx, programId), "a campaign belongs to a program");
  const live = await tx.campaign.findMany({
    where: { programId, state: { in: ["scheduled", "active"] }, liveVersion: { not: null } },
    select: { campaignId: true, liveVersion: true },
    // Ids are made in order of time: older campaigns are evaluated, and named, first.
    orderBy: { campaignId: "asc" },
  });
  const wanted = live.flatMap(({ campaignId, liveVersion: version }) =>
    version === null ? [] : [{ campaignId, version }],
  );
  const groups = await tx.campaignGroup.findMany({
    where: { programId },
    select: { code: true, name: true, policy: true },
    orderBy: { position: "asc" },
  });
  const version = before + 1;
  await tx.ruleSet.create({
    data: {
      programId,
      version,
      campaigns: await whatIsPrepared(tx, { programId, clock }, wanted, before),
      groups,
      createdAt: clock.now(),
      semantics: SEMANTICS,
    },
  });
  await tx.program.update({ where: { programId }, data: { ruleSetVersion: version } });
  programChanged(tx, programId);
  return version;
}
