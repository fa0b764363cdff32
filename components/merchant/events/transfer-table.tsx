import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/components/ui/format";

type Transfer = {
  lane: number;
  transferNo: number;
  kind: string;
  amount: number;
  lotNo: number | null;
  balanceAfter: number;
};

const KINDS: Record<string, string> = {
  earn: "Earned",
  debt_payment: "Paid a debt",
  return: "Taken back",
  debt: "Became a debt",
};

/** What an event moved in the ledger, in the order of posting. */
export function TransferTable({ transfers, locale }: { transfers: Transfer[]; locale: string }) {
  return (
    <DataTable
      caption="Transfers"
      dense
      rows={transfers}
      rowKey={(transfer) => `${transfer.lane}-${transfer.transferNo}`}
      columns={[
        {
          key: "number",
          header: "Transfer",
          cell: (transfer) => (
            <span className="font-mono text-sm">
              {transfer.lane}/{transfer.transferNo}
            </span>
          ),
        },
        { key: "kind", header: "Movement", cell: (transfer) => KINDS[transfer.kind] ?? transfer.kind },
        {
          key: "lot",
          header: "Lot",
          hideBelow: "sm",
          cell: (transfer) => <span className="font-mono text-ink-2 text-sm">{transfer.lotNo ?? "–"}</span>,
        },
        {
          key: "amount",
          header: "Points",
          align: "end",
          cell: (transfer) => formatNumber(transfer.amount, locale),
        },
        {
          key: "balance",
          header: "Balance after",
          align: "end",
          cell: (transfer) => formatNumber(transfer.balanceAfter, locale),
        },
      ]}
    />
  );
}
