import { Download } from "lucide-react";
import { StateChip } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { OwedLine, PartnerStatementDto } from "@/lib/partners/schema";
import { monthInWords } from "./partner-words";

/** What a reward partner is owed for a month, reward by reward. */
export function StatementPanel({
  statement,
  locale,
  download,
}: {
  statement: PartnerStatementDto;
  locale: string;
  /** Where the same comes as CSV. */
  download: string;
}) {
  const { lines, totalMinor, currency, month, isFinal } = statement;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (
    <Panel
      title={monthInWords(month, locale)}
      note={isFinal ? <StateChip tone="good">Final</StateChip> : <StateChip tone="warn">So far</StateChip>}
      flush
      actions={
        lines.length > 0 && (
          <ButtonLink size="sm" href={download} prefetch={false}>
            <Download aria-hidden="true" />
            CSV
          </ButtonLink>
        )
      }
    >
      <DataTable<OwedLine>
        caption={`What is owed for ${monthInWords(month, locale)}`}
        rows={lines}
        rowKey={({ rewardId }) => rewardId}
        empty={
          <EmptyState title="Nothing was fulfilled in this month">
            Each fulfilled order counts in the month in which it was fulfilled, and one that is taken back
            counts against the month in which that happens.
          </EmptyState>
        }
        columns={[
          {
            key: "reward",
            header: "Reward",
            cell: ({ rewardName }) => <span className="font-medium">{rewardName}</span>,
          },
          {
            key: "fulfilled",
            header: "Fulfilled",
            align: "end",
            cell: ({ fulfilled }) => formatNumber(fulfilled, locale),
          },
          {
            key: "reversed",
            header: "Taken back",
            align: "end",
            hideBelow: "sm",
            cell: ({ reversed }) =>
              reversed === 0 ? <span className="text-ink-3">–</span> : formatNumber(reversed, locale),
          },
          { key: "amount", header: "Owed", align: "end", cell: ({ amountMinor }) => money(amountMinor) },
        ]}
      />
      {lines.length > 0 && (
        <p className="flex justify-between border-t px-4.5 py-3 font-semibold">
          <span>Owed in all</span>
          <span className="tabular-nums">{money(totalMinor)}</span>
        </p>
      )}
    </Panel>
  );
}
