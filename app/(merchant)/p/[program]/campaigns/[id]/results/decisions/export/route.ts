import { awardFilterOf } from "@/components/merchant/campaigns/results/behind/award-filter";
import { type BehindSearch, behindSearch } from "@/components/merchant/campaigns/results/behind/look";
import { plainRoute } from "@/lib/api/plain-route";
import type { Ctx } from "@/lib/auth/context";
import { merchantContext } from "@/lib/auth/session";
import { type CsvCell, csvOfPages } from "@/lib/core/csv";
import type { Page } from "@/lib/core/cursor";
import { NotFound } from "@/lib/core/errors";
import { fromTypeId, toTypeId } from "@/lib/core/ids";
import {
  listBudgetUse,
  listCampaignAwards,
  listGroupMembers,
  listReachedMembers,
  listRedeemed,
} from "@/lib/flows/report-campaign";
import { figureOf } from "../show-behind";

/** Rows that are read at once: each reading goes through all of the campaign's movements. */
const PAGE_SIZE = 10_000;

type Table = {
  header: string[];
  read: (position: { cursor: string | undefined; limit: number }) => Promise<Page<CsvCell[]>>;
};

/** What stands behind a figure of a campaign's results, as it is narrowed down, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  return plainRoute(async () => {
    const { program, id } = await params;
    const ctx = await merchantContext(program);
    const campaignId = fromTypeId("camp", id);
    if (campaignId === null) throw new NotFound("There is no such campaign.");
    const search = behindSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { header, read } = tableOf(ctx, campaignId, search);
    return csvOfPages(`${program} campaign ${search.show ?? "decisions"}`, header, (cursor) =>
      read({ cursor, limit: PAGE_SIZE }),
    );
  })(request);
}

function tableOf(ctx: Ctx, campaignId: string, search: BehindSearch): Table {
  const { show, from, to } = search;
  if (show === "redeemed") {
    return {
      header: ["member", "name", "when", "spent on", "redemption", "spent", "given back"],
      read: async (position) =>
        cellsOf(await listRedeemed(ctx, campaignId, { from, to, ...position }), (row) => [
          toTypeId(row.isPool ? "pool" : "mem", row.memberId),
          row.memberName,
          row.occurredAt,
          row.reason,
          row.redemptionId && toTypeId("red", row.redemptionId),
          row.spent,
          row.givenBack,
        ]),
    };
  }
  if (show === "budget") return budgetTable(ctx, campaignId, search);
  if (show === "control" || show === "treated") {
    return {
      header: ["member", "name", "purchases", "spent (minor units)"],
      read: async (position) =>
        cellsOf(await listGroupMembers(ctx, campaignId, { from, to, group: show, ...position }), (row) => [
          toTypeId("mem", row.memberId),
          row.memberName,
          row.purchases,
          row.amountMinor,
        ]),
    };
  }
  return show === "members" ? reachedTable(ctx, campaignId, search) : awardsTable(ctx, campaignId, search);
}

function budgetTable(ctx: Ctx, campaignId: string, { measure, window }: BehindSearch): Table {
  if (measure === undefined || window === undefined) throw new NotFound("There is no such budget.");
  return {
    header: ["event", "member", "name", "when", measure === "costMinor" ? "used (minor units)" : "used"],
    read: async (position) =>
      cellsOf(await listBudgetUse(ctx, campaignId, { measure, window, ...position }), (row) => [
        row.eventId && toTypeId("evt", row.eventId),
        toTypeId("mem", row.memberId),
        row.memberName,
        row.occurredAt,
        row.used,
      ]),
  };
}

function reachedTable(ctx: Ctx, campaignId: string, search: BehindSearch): Table {
  return {
    header: ["member", "name", "times", "issued", "taken back", "benefits"],
    read: async (position) =>
      cellsOf(await listReachedMembers(ctx, campaignId, { ...awardFilterOf(search), ...position }), (row) => [
        toTypeId("mem", row.memberId),
        row.memberName,
        row.awards,
        row.issued,
        row.takenBack,
        row.benefits,
      ]),
  };
}

function awardsTable(ctx: Ctx, campaignId: string, search: BehindSearch): Table {
  const filter = { ...awardFilterOf(search), figure: figureOf(search.show) };
  return {
    header: [
      "event",
      "member",
      "name",
      "store",
      "when",
      "issued",
      "taken back",
      "benefits",
      "used vouchers (minor units)",
    ],
    read: async (position) =>
      cellsOf(await listCampaignAwards(ctx, campaignId, { ...filter, ...position }), (row) => [
        toTypeId("evt", row.eventId),
        toTypeId("mem", row.memberId),
        row.memberName,
        row.store,
        row.occurredAt,
        row.issued,
        row.takenBack,
        row.benefits.map(({ what, isWithdrawn }) => (isWithdrawn ? `${what} (withdrawn)` : what)).join("; "),
        row.vouchersMinor,
      ]),
  };
}

function cellsOf<Row>({ items, nextCursor }: Page<Row>, of: (row: Row) => CsvCell[]): Page<CsvCell[]> {
  return { items: items.map(of), nextCursor };
}
