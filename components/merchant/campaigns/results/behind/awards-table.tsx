import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import { type Formats, formatMoney } from "@/components/ui/format";
import { toTypeId } from "@/lib/core/ids";
import type { CampaignAwardDto } from "@/lib/flows/report-campaign/schema";
import { BENEFIT_WORDS } from "../../../benefit-words";
import type { Gave } from "../breakdown-panel";
import type { Shown } from "./look";

/** Decisions of a campaign, each with what the figure that is looked at counts of it. */
export function AwardsTable({
  awards,
  shown,
  gave,
  program,
  empty,
}: {
  awards: CampaignAwardDto[];
  shown: Shown | undefined;
  gave: Gave;
  program: Formats & { slug: string };
  empty: ReactNode;
}) {
  return (
    <DataTable
      caption="Decisions of the campaign"
      rows={awards}
      rowKey={({ eventId }) => eventId}
      rowHref={({ eventId }) => `/p/${program.slug}/events/${toTypeId("evt", eventId)}`}
      columns={[
        {
          key: "member",
          header: "Member",
          className: "w-full",
          cell: ({ memberName }) => <span className="font-medium">{memberName}</span>,
        },
        {
          key: "store",
          header: "Store",
          hideBelow: "sm",
          className: "lg:whitespace-nowrap",
          cell: ({ store }) => store ?? "",
        },
        {
          key: "when",
          header: "When",
          ...(shown === "cost" && gave.points && gave.benefits && { hideBelow: "sm" }),
          cell: ({ occurredAt }) => (
            <Time at={occurredAt} formats={program} timeStyle="short" className="text-ink-2" />
          ),
        },
        ...columnsOf(shown, gave, program),
      ]}
      empty={empty}
    />
  );
}

function columnsOf(
  shown: Shown | undefined,
  gave: Gave,
  { locale, currency }: Formats,
): Column<CampaignAwardDto>[] {
  const points = (key: string, header: string, of: (award: CampaignAwardDto) => number) => ({
    key,
    header,
    align: "end" as const,
    cell: (award: CampaignAwardDto) => <PointsDelta points={of(award)} locale={locale} />,
  });
  if (shown === "issued") return [points("issued", "Issued", ({ issued }) => issued)];
  if (shown === "takenBack") return [points("takenBack", "Taken back", ({ takenBack }) => -takenBack)];
  if (shown === "cost") {
    const vouchers: Column<CampaignAwardDto> = {
      key: "vouchers",
      header: "Vouchers used",
      align: "end",
      cell: ({ vouchersMinor }) => (vouchersMinor === 0 ? "" : formatMoney(vouchersMinor, currency, locale)),
    };
    return [
      ...(gave.points ? [points("stayed", "Stayed", ({ issued, takenBack }) => issued - takenBack)] : []),
      ...(gave.benefits ? [vouchers] : []),
    ];
  }
  return [
    {
      key: "gave",
      header: "Gave",
      align: "end",
      // The names of vouchers and badges are words, and wrap as such.
      className: "min-w-32 sm:min-w-52",
      cell: (award) => gift(award, shown, locale),
    },
  ];
}

/** Points, what of them was taken back, and benefits: what has been withdrawn since is struck through. */
function gift({ issued, takenBack, benefits }: CampaignAwardDto, shown: Shown | undefined, locale: string) {
  const isBenefits = shown === "benefits" || shown === "withdrawn" || shown === "used";
  const told = benefits.filter(
    ({ isWithdrawn, isUsed }) => (shown !== "withdrawn" || isWithdrawn) && (shown !== "used" || isUsed),
  );
  return (
    <>
      {!isBenefits && issued !== 0 && <PointsDelta points={issued} locale={locale} />}
      {!isBenefits && takenBack !== 0 && (
        <span className="block">
          <PointsDelta points={-takenBack} locale={locale} />
          {issued !== 0 && <span className="text-ink-3"> taken back</span>}
        </span>
      )}
      {told.map(({ kind, what, isWithdrawn, isUsed }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what a campaign gives has a fixed order
        <span key={place} className="block">
          {isWithdrawn ? <s className="text-ink-2">{what}</s> : what}{" "}
          <span className="text-ink-3">
            {isWithdrawn ? "withdrawn" : isUsed ? "used" : BENEFIT_WORDS[kind]}
          </span>
        </span>
      ))}
    </>
  );
}
