import { z } from "zod";
import { listAddress } from "@/components/merchant/list-address";
import { REPORT_TABS, type ReportTab } from "@/components/merchant/simulator/report-view";
import { EXAMPLE_KINDS, type SimulationReport } from "@/lib/simulations/schema";

const tabs = Object.keys(REPORT_TABS) as [ReportTab, ...ReportTab[]];

/** What of a report the address names: the tab, the variant, charts or tables, the kind of examples. */
export const reportSearch = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  /** Place among the report's scenarios. */
  variant: z.coerce.number().int().min(0).max(10).optional().catch(undefined),
  view: z.enum(["charts", "tables"]).default("charts").catch("charts"),
  kind: z.enum(EXAMPLE_KINDS).optional().catch(undefined),
});
export type ReportSearch = z.output<typeof reportSearch>;

/** The scenario that is looked at: the first that is tried unless the address names another. */
export function placeIn({ scenarios }: SimulationReport, { variant }: Pick<ReportSearch, "variant">): number {
  const last = scenarios.length - 1;
  return variant !== undefined && variant <= last ? variant : Math.min(1, last);
}

/** The same report with something else of it shown. */
export function reportHref(
  path: string,
  current: ReportSearch,
  changes: Partial<Record<keyof ReportSearch, string>>,
) {
  const { tab, variant, view, kind } = current;
  const own = { tab, variant: variant === undefined ? undefined : String(variant), view, kind };
  const wanted = { ...own, ...changes };
  return listAddress(path, {
    tab: wanted.tab,
    variant: wanted.variant,
    view: wanted.view === "charts" ? undefined : wanted.view,
    kind: wanted.tab === "examples" ? wanted.kind : undefined,
  });
}
