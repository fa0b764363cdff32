import "server-only";
import type { ReportNames } from "@/components/merchant/simulator/report-tables";
import type { Ctx } from "@/lib/auth/context";
import { readReportNames } from "@/lib/simulations";
import type { SimulationReport } from "@/lib/simulations/schema";
import { readLookUps } from "../campaigns/look-ups";

/** What goes by which name in a report: reports keep ids and codes. */
export async function readNames(ctx: Ctx, report: SimulationReport): Promise<ReportNames> {
  const [members, { tier, segment }] = await Promise.all([readReportNames(ctx, report), readLookUps(ctx)]);
  const byCode = (options: typeof tier) => new Map(options.map(({ value, label }) => [value, label]));
  return { member: members, tier: byCode(tier), segment: byCode(segment) };
}
