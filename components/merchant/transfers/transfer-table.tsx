import Link from "next/link";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { PointsDelta, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { TransferDto } from "@/lib/transfers/schema";
import { TRANSFER_WORDS } from "./transfer-words";

export type TransferLine = Omit<TransferDto, "transferId" | "counterpart"> & {
  id: string;
  counterpart: { name: string; href: string };
};

/** Transfers of one member, from their side. */
export function TransferTable({ transfers, formats }: { transfers: TransferLine[]; formats: Formats }) {
  return (
    <DataTable
      caption="Transfers"
      rows={transfers}
      rowKey={(transfer) => transfer.id}
      columns={[
        {
          key: "counterpart",
          header: "With",
          cell: ({ direction, counterpart, message }) => (
            <span className="block min-w-0">
              <span className="text-ink-2">{direction === "sent" ? "To " : "From "}</span>
              <Link href={counterpart.href} className="font-medium hover:underline">
                {counterpart.name}
              </Link>
              {message && <span className="block break-words text-ink-2 text-sm">“{message}”</span>}
            </span>
          ),
        },
        {
          key: "sentAt",
          header: "Sent",
          hideBelow: "sm",
          cell: ({ sentAt }) => <Time at={sentAt} formats={formats} className="text-ink-2" />,
        },
        {
          key: "state",
          header: "State",
          cell: ({ state }) => (
            <StateChip tone={TRANSFER_WORDS[state].tone}>{TRANSFER_WORDS[state].label}</StateChip>
          ),
        },
        {
          key: "points",
          header: "Points",
          align: "end",
          cell: ({ direction, points }) => (
            <PointsDelta points={direction === "sent" ? -points : points} locale={formats.locale} />
          ),
        },
      ]}
      empty={<p className="px-4.5 py-10 text-center text-ink-2">Nothing sent and nothing received yet.</p>}
    />
  );
}
