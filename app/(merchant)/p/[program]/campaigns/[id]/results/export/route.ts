import { z } from "zod";
import type { CampaignFigures, CampaignReport } from "@/lib/analytics/schema";
import { requireMerchant } from "@/lib/auth/session";
import { csvDownload, toCsvLine } from "@/lib/core/csv";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { readCampaignReport } from "@/lib/flows/report-campaign";

const search = z.object({
  table: z.enum(["days", "stores", "segments", "tiers"]),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

const FIGURES = [
  "issued",
  "takenBack",
  "benefits",
  "awards",
  "members",
  "costMinor",
] as const satisfies readonly (keyof CampaignFigures)[];

/** A table of the campaign's results as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const campaignId = fromTypeId("camp", id);
  const asked = search.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (campaignId === null || !asked.success) return new Response("There is no such table.", { status: 404 });
  const { table, from, to } = asked.data;
  try {
    const report = await readCampaignReport(ctx, campaignId, { from, to });
    return csvDownload(`${program}-campaign-${table}-${report.from}-${report.to}`, linesOf(report, table));
  } catch (error) {
    if (error instanceof AppError) return new Response(error.message, { status: error.status });
    throw error;
  }
}

function linesOf(report: CampaignReport, table: z.infer<typeof search>["table"]): string[] {
  const rows: { name: string | null; figures: CampaignFigures }[] = {
    days: () => report.days.map((row) => ({ name: row.day, figures: row })),
    stores: () => report.stores.map((row) => ({ name: row.store, figures: row })),
    segments: () => report.segments.map((row) => ({ name: row.segment, figures: row })),
    tiers: () => report.tiers.map((row) => ({ name: row.tier, figures: row })),
  }[table]();
  const heading = toCsvLine([table.slice(0, -1), ...FIGURES]);
  return [
    heading,
    ...rows.map(({ name, figures }) => toCsvLine([name, ...FIGURES.map((key) => figures[key])])),
  ];
}
