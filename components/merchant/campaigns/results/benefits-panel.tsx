import { DataTable } from "@/components/ui/data-table";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { CampaignReport } from "@/lib/analytics/schema";
import { BENEFIT_WORDS } from "../../benefit-words";

type Benefit = CampaignReport["benefits"][number];

/** What the campaign gave besides points, and what became of its vouchers. */
export function BenefitsPanel({
  benefits,
  hrefOf,
  formats,
}: {
  benefits: readonly Benefit[];
  /** Where the decisions are that gave one; absent where the reader may not see them. */
  hrefOf?: ((benefit: Benefit) => string) | undefined;
  formats: { locale: string; currency: string };
}) {
  const number = (value: number) => formatNumber(value, formats.locale);
  return (
    <Panel title="Besides points" flush>
      <DataTable
        caption="What it gave besides points"
        dense
        className="border-t"
        rows={[...benefits]}
        rowKey={({ kind, what }) => `${kind} ${what}`}
        {...(hrefOf && { rowHref: hrefOf })}
        columns={[
          {
            key: "what",
            header: "What",
            className: "w-full",
            cell: ({ kind, what }) => (
              <>
                <span className="font-medium">{what}</span>{" "}
                <span className="text-ink-2">{BENEFIT_WORDS[kind]}</span>
              </>
            ),
          },
          { key: "given", header: "Given", align: "end", cell: ({ given }) => number(given) },
          {
            key: "members",
            header: "Members",
            align: "end",
            hideBelow: "sm",
            cell: ({ members }) => number(members),
          },
          {
            key: "withdrawn",
            header: "Withdrawn",
            align: "end",
            hideBelow: "md",
            cell: ({ withdrawn }) => number(withdrawn),
          },
          {
            key: "used",
            header: "Used",
            align: "end",
            cell: ({ kind, used }) => (kind === "voucher" ? number(used) : ""),
          },
          {
            key: "cost",
            header: "Cost",
            align: "end",
            hideBelow: "sm",
            cell: ({ kind, costMinor }) =>
              kind === "voucher" ? formatMoney(costMinor, formats.currency, formats.locale) : "",
          },
        ]}
      />
    </Panel>
  );
}
