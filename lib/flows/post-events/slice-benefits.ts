import { loadProgress, loadStanding, type ProgressRow, type StandingBenefit } from "@/lib/benefits";
import type { CompiledRuleSet, EngineMember } from "@/lib/campaigns";
import type { SqlTx } from "@/lib/db";
import { loadSegments } from "@/lib/segments";
import type { KnownPurchase } from "./known-purchase";
import { needsOf } from "./rule-set-needs";

/** What posting sees of benefits besides the events. */
export type SliceBenefits = {
  lane: number;
  progress: readonly ProgressRow[];
  /** What purchases gave that may come back. */
  standing: readonly StandingBenefit[];
  awaited: ReadonlySet<string>;
};

/** A posting that neither gives nor withdraws any. */
export const NO_BENEFITS: SliceBenefits = { lane: 0, progress: [], standing: [], awaited: new Set() };

/**
 * Loads what benefits need, each kind of thing in one statement, and only where the rule set or what comes back asks
 * for it.
 * @param members as loaded so far
 * @param purpose a look locks nothing
 * @returns the members with their segments where these matter
 */
export async function loadBenefits(
  tx: SqlTx,
  { programId, lane }: { programId: string; lane: number },
  ruleSet: CompiledRuleSet,
  purchases: ReadonlyMap<string, KnownPurchase>,
  members: ReadonlyMap<string, EngineMember>,
  purpose: "withdraw" | "look" = "withdraw",
): Promise<{ members: ReadonlyMap<string, EngineMember>; benefits: SliceBenefits }> {
  const needs = needsOf(ruleSet);
  const causes = [...purchases.values()].flatMap(({ eventId, outcome }) =>
    outcome?.benefits === undefined ? [] : eventId,
  );
  const standing = await loadStanding(tx, programId, causes, purpose);
  const memberIds = [...members.keys()];
  const comesBack = (kind: StandingBenefit["kind"]) => standing.some((benefit) => benefit.kind === kind);
  const progress =
    needs.progress || comesBack("progress") ? await loadProgress(tx, programId, memberIds) : [];
  const benefits = { lane, progress, standing, awaited: needs.awaited };
  if (!needs.segments && !comesBack("segment")) return { members, benefits };
  const segments = await loadSegments(tx, programId, memberIds);
  const placed = [...members].map(([memberId, member]): [string, EngineMember] => [
    memberId,
    { ...member, segments: segments.get(memberId) ?? [] },
  ]);
  return { members: new Map(placed), benefits };
}
