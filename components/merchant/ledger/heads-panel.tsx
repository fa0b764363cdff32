import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Figure } from "@/components/ui/figures";
import { Panel } from "@/components/ui/panel";
import type { ChainHead } from "@/lib/wallet/schema";

/** Where each lane's chain of blocks ends: what is worth keeping somewhere else. */
export function HeadsPanel({
  heads,
  downloadHref,
  locale,
}: {
  heads: ChainHead[];
  downloadHref: string;
  locale: string;
}) {
  const columns: Column<ChainHead>[] = [
    { key: "lane", header: "Lane", cell: ({ lane }) => lane },
    {
      key: "block",
      header: "Last block",
      align: "end",
      cell: ({ block }) => <Figure value={block} locale={locale} />,
    },
    {
      key: "hash",
      header: "Hash",
      cell: ({ hash, block }) => (
        <span className="break-all font-mono text-ink-2 text-xs">
          {block === 0 ? "Nothing posted yet" : hash}
        </span>
      ),
    },
  ];
  return (
    <Panel
      title="Heads of the chain"
      actions={
        <a href={downloadHref} download className={buttonClass({ size: "sm" })}>
          <Download aria-hidden="true" />
          Download
        </a>
      }
      flush
    >
      <p className="px-4.5 pb-3 text-ink-2 text-sm">
        Keep them where nobody who can change the database can change them too: later they show that nothing
        before them was rewritten.
      </p>
      <DataTable
        caption="Heads of the chain"
        columns={columns}
        rows={heads}
        rowKey={({ lane }) => String(lane)}
      />
    </Panel>
  );
}
