import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import { type Formats, formatMoney, formatNumber } from "@/components/ui/format";
import type { CampaignReport } from "@/lib/analytics/schema";
import { toTypeId } from "@/lib/core/ids";
import type {
  BudgetUseDto,
  GroupMemberDto,
  ReachedMemberDto,
  RedeemedDto,
} from "@/lib/flows/report-campaign/schema";

type Program = Formats & { slug: string };
type Listed<Row> = { rows: Row[]; program: Program; empty: ReactNode };

const memberColumn = {
  key: "member",
  header: "Member",
  className: "w-full",
  cell: ({ memberName }: { memberName: string }) => <span className="font-medium">{memberName}</span>,
};

function whenColumn(formats: Formats) {
  return {
    key: "when",
    header: "When",
    cell: ({ occurredAt }: { occurredAt: string }) => (
      <Time at={occurredAt} formats={formats} timeStyle="short" className="text-ink-2" />
    ),
  };
}

const memberHref = ({ slug }: Program, memberId: string) => `/p/${slug}/members/${toTypeId("mem", memberId)}`;

/** Members whom a campaign reached; each leads to their decisions. */
export function ReachedTable({
  rows,
  program,
  empty,
  gave,
  hrefOf,
}: Listed<ReachedMemberDto> & {
  gave: { points: boolean; benefits: boolean };
  hrefOf: (memberId: string) => string;
}) {
  const figure = (key: "issued" | "takenBack" | "benefits" | "awards", header: string, hideBelow?: "sm") => ({
    key,
    header,
    align: "end" as const,
    ...(hideBelow && { hideBelow }),
    cell: (row: ReachedMemberDto) => formatNumber(row[key], program.locale),
  });
  return (
    <DataTable
      caption="Members whom the campaign reached"
      rows={rows}
      rowKey={({ memberId }) => memberId}
      rowHref={({ memberId }) => hrefOf(memberId)}
      columns={[
        memberColumn,
        figure("awards", "Times", "sm"),
        ...(gave.benefits ? [figure("benefits", "Benefits", gave.points ? "sm" : undefined)] : []),
        ...(gave.points ? [figure("takenBack", "Taken back", "sm"), figure("issued", "Issued")] : []),
      ]}
      empty={empty}
    />
  );
}

/** What the points of a campaign were spent on; each leads to the redemption, or to who spent them. */
export function RedeemedTable({
  rows,
  program,
  empty,
  mayReadRedemptions,
}: Listed<RedeemedDto> & { mayReadRedemptions: boolean }) {
  return (
    <DataTable
      caption="What the campaign's points were spent on"
      rows={rows}
      rowKey={({ causeId }) => causeId}
      rowHref={({ redemptionId, memberId, isPool }) => {
        if (redemptionId !== null && mayReadRedemptions) {
          return `/p/${program.slug}/rewards/redemptions/${toTypeId("red", redemptionId)}`;
        }
        return isPool
          ? `/p/${program.slug}/pools/${toTypeId("pool", memberId)}`
          : memberHref(program, memberId);
      }}
      columns={[
        memberColumn,
        { key: "reason", header: "Spent on", cell: ({ reason }) => reason },
        { ...whenColumn(program), hideBelow: "sm" },
        {
          key: "back",
          header: "Given back",
          align: "end",
          hideBelow: "sm",
          cell: ({ givenBack }) => (givenBack === 0 ? "" : formatNumber(givenBack, program.locale)),
        },
        {
          key: "redeemed",
          header: "Redeemed",
          align: "end",
          cell: ({ spent, givenBack }) => formatNumber(spent - givenBack, program.locale),
        },
      ]}
      empty={empty}
    />
  );
}

/** What used some of a budget or gave some back; each leads to the event, or to the member whose entry was reversed. */
export function BudgetUseTable({
  rows,
  program,
  empty,
  measure,
}: Listed<BudgetUseDto> & { measure: CampaignReport["budgets"][number]["measure"] }) {
  return (
    <DataTable
      caption="Decisions that used the budget"
      rows={rows}
      rowKey={({ causeId }) => causeId}
      rowHref={({ eventId, memberId }) =>
        eventId === null
          ? memberHref(program, memberId)
          : `/p/${program.slug}/events/${toTypeId("evt", eventId)}`
      }
      columns={[
        memberColumn,
        {
          key: "what",
          header: "",
          hideBelow: "sm",
          cell: ({ eventId, used }) => (
            <span className="whitespace-nowrap text-ink-2">
              {eventId === null ? "Reversed" : used < 0 ? "Given back" : ""}
            </span>
          ),
        },
        whenColumn(program),
        {
          key: "used",
          header: "Used",
          align: "end",
          cell: ({ used }) =>
            measure === "costMinor" ? (
              formatMoney(used, program.currency, program.locale)
            ) : (
              <PointsDelta points={used} locale={program.locale} />
            ),
        },
      ]}
      empty={empty}
    />
  );
}

/** Members whom the uplift compares, with what they bought; each leads to the member. */
export function GroupTable({ rows, program, empty }: Listed<GroupMemberDto>) {
  return (
    <DataTable
      caption="Members of the group"
      rows={rows}
      rowKey={({ memberId }) => memberId}
      rowHref={({ memberId }) => memberHref(program, memberId)}
      columns={[
        memberColumn,
        {
          key: "purchases",
          header: "Purchases",
          align: "end",
          cell: ({ purchases }) => formatNumber(purchases, program.locale),
        },
        {
          key: "spent",
          header: "Spent",
          align: "end",
          cell: ({ amountMinor }) => formatMoney(amountMinor, program.currency, program.locale),
        },
      ]}
      empty={empty}
    />
  );
}
