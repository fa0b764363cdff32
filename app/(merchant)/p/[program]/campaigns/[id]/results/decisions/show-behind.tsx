import type { ReactNode } from "react";
import { awardFilterOf } from "@/components/merchant/campaigns/results/behind/award-filter";
import { AwardsTable } from "@/components/merchant/campaigns/results/behind/awards-table";
import { FigureStrip } from "@/components/merchant/campaigns/results/behind/figure-strip";
import type { BehindSearch, Shown } from "@/components/merchant/campaigns/results/behind/look";
import {
  BudgetUseTable,
  GroupTable,
  ReachedTable,
  RedeemedTable,
} from "@/components/merchant/campaigns/results/behind/other-tables";
import { type Gave, gaveOf } from "@/components/merchant/campaigns/results/breakdown-panel";
import { budgetAmount, budgetWindow } from "@/components/merchant/campaigns/results/budget-words";
import { listAddress } from "@/components/merchant/list-address";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { type Stat, StatStrip } from "@/components/ui/stat-strip";
import type { Ctx } from "@/lib/auth/context";
import { can } from "@/lib/auth/permissions";
import type { CampaignDto } from "@/lib/campaigns";
import { NotFound } from "@/lib/core/errors";
import { toTypeId } from "@/lib/core/ids";
import {
  type Group,
  listBudgetUse,
  listCampaignAwards,
  listGroupMembers,
  listReachedMembers,
  listRedeemed,
  readCampaignReport,
  sumCampaignAwards,
} from "@/lib/flows/report-campaign";
import type { ProgramDto } from "@/lib/programs";

const PAGE_SIZE = 50;

type Behind = { head: ReactNode; table: ReactNode; nextCursor: string | null };
type Look = {
  ctx: Ctx;
  program: ProgramDto;
  campaign: CampaignDto;
  pointName: string;
  /** Address of the list. */
  path: string;
  search: BehindSearch;
  empty: ReactNode;
};

/**
 * What stands behind a figure of a campaign's results: the figure, and a page of what it is made of.
 * @throws as the lists do
 */
export async function showBehind(look: Look): Promise<Behind> {
  const { show } = look.search;
  if (show === "redeemed") return showRedeemed(look);
  if (show === "budget") return showBudget(look);
  if (show === "control" || show === "treated") return showGroup(look, show);
  return showAwards(look, show);
}

async function showAwards(
  { ctx, program, campaign, pointName, path, search, empty }: Look,
  show: Shown | undefined,
) {
  const filter = awardFilterOf(search);
  const { cursor, ...current } = search;
  const request = { ...filter, cursor, limit: PAGE_SIZE };
  const [sums, listed] = await Promise.all([
    sumCampaignAwards(ctx, campaign.campaignId, filter),
    show === "members"
      ? listReachedMembers(ctx, campaign.campaignId, request).then((page) => ({
          nextCursor: page.nextCursor,
          tableOf: (gave: Gave) => (
            <ReachedTable
              rows={page.items}
              program={program}
              empty={empty}
              gave={gave}
              hrefOf={(memberId) =>
                listAddress(path, current, { show: undefined, member: toTypeId("mem", memberId) })
              }
            />
          ),
        }))
      : listCampaignAwards(ctx, campaign.campaignId, { ...request, figure: figureOf(show) }).then((page) => ({
          nextCursor: page.nextCursor,
          tableOf: (gave: Gave) => (
            <AwardsTable awards={page.items} shown={show} gave={gave} program={program} empty={empty} />
          ),
        })),
  ]);
  return {
    head: (
      <FigureStrip
        sums={sums}
        shown={show}
        pointName={pointName}
        hrefOf={(figure) => listAddress(path, current, { show: figure })}
        formats={program}
      />
    ),
    table: listed.tableOf(gaveOf(sums)),
    nextCursor: listed.nextCursor,
  };
}

async function showRedeemed({ ctx, program, campaign, pointName, search, empty }: Look) {
  const { from, to, cursor } = search;
  const request = { from, to, cursor, limit: PAGE_SIZE };
  const { items, nextCursor, redeemed } = await listRedeemed(ctx, campaign.campaignId, request);
  return {
    head: strip([{ label: `Redeemed ${pointName}`, value: formatNumber(redeemed, program.locale) }]),
    table: (
      <RedeemedTable
        rows={items}
        program={program}
        empty={empty}
        mayReadRedemptions={can(ctx.actor, "redemptions:read")}
      />
    ),
    nextCursor,
  };
}

async function showBudget({ ctx, program, campaign, pointName, search, empty }: Look) {
  const { measure, window, cursor } = search;
  if (measure === undefined || window === undefined) throw new NotFound("There is no such budget.");
  const request = { measure, window, cursor, limit: PAGE_SIZE };
  const { items, nextCursor, budget } = await listBudgetUse(ctx, campaign.campaignId, request);
  const amount = (value: number) => budgetAmount(budget, value, pointName, program);
  return {
    head: strip([
      {
        label: `Used ${budgetWindow(budget)}`,
        value: amount(budget.used),
        note: `of ${amount(budget.amount)}`,
      },
    ]),
    table: <BudgetUseTable rows={items} program={program} empty={empty} measure={budget.measure} />,
    nextCursor,
  };
}

async function showGroup({ ctx, program, campaign, search, empty }: Look, group: Group) {
  const { from, to, cursor } = search;
  const [{ items, nextCursor }, { control }] = await Promise.all([
    listGroupMembers(ctx, campaign.campaignId, { from, to, group, cursor, limit: PAGE_SIZE }),
    readCampaignReport(ctx, campaign.campaignId, { from, to }),
  ]);
  const isControl = group === "control";
  const members = (isControl ? control?.controlMembers : control?.treatedMembers) ?? 0;
  const mean = (of: "spending" | "visits") =>
    (isControl ? control?.[of]?.controlMean : control?.[of]?.mean) ?? null;
  const [spent, visits] = [mean("spending"), mean("visits")];
  const money = (amountMinor: number) =>
    formatMoney(Math.round(amountMinor), program.currency, program.locale);
  return {
    head: strip([
      {
        label: isControl ? "Members held out" : "Members not held out",
        value: formatNumber(members, program.locale),
      },
      ...(spent === null
        ? []
        : [{ label: "Spent a member", value: money(spent), note: `${money(spent * members)} in all` }]),
      ...(visits === null
        ? []
        : [
            {
              label: "Purchases a member",
              value: visits.toLocaleString(program.locale, { maximumFractionDigits: 2 }),
              note: `${formatNumber(Math.round(visits * members), program.locale)} in all`,
            },
          ]),
    ]),
    table: <GroupTable rows={items} program={program} empty={empty} />,
    nextCursor,
  };
}

const strip = (stats: Stat[]) => <StatStrip className="mb-3" stats={stats} />;

/** The figure whose decisions are meant; undefined: all of them. */
export function figureOf(show: Shown | undefined) {
  switch (show) {
    case "members":
    case "redeemed":
    case "budget":
    case "control":
    case "treated":
      return undefined;
    default:
      return show;
  }
}
