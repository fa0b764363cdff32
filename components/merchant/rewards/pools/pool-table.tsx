import type { ReactNode } from "react";
import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Figure, Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { PoolDto } from "@/lib/rewards/schema";

/** The pools with their codes by state; each row opens its pool. */
export function PoolTable({
  pools,
  home,
  program,
  empty,
}: {
  pools: PoolDto[];
  /** The address of this list; a pool is below it. */
  home: string;
  program: Formats;
  empty: ReactNode;
}) {
  return (
    <DataTable
      caption="Code pools"
      rows={pools}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${home}/${id}`}
      columns={[
        {
          key: "name",
          header: "Pool",
          cell: ({ name, partner, rewards, isLow }) => (
            <span className="block min-w-40">
              <span className="flex flex-wrap items-center gap-2">
                <span className="break-words font-medium">{name}</span>
                {isLow && <StateChip tone="warn">Low</StateChip>}
              </span>
              <span className="block text-ink-3 text-sm">
                {[partner?.name, ...rewards.map((reward) => reward.name)].filter(Boolean).join(" · ") ||
                  "No reward uses it yet"}
              </span>
            </span>
          ),
        },
        {
          key: "free",
          header: "To hand out",
          align: "end",
          cell: ({ free }) => <Figure value={free} locale={program.locale} className="font-medium" />,
        },
        {
          key: "handed",
          header: "With members",
          align: "end",
          hideBelow: "sm",
          cell: ({ handed }) => <Figure value={handed} locale={program.locale} className="text-ink-2" />,
        },
        {
          key: "void",
          header: "Taken out",
          align: "end",
          hideBelow: "md",
          cell: (pool) => <Figure value={pool.void} locale={program.locale} className="text-ink-2" />,
        },
        {
          key: "created",
          header: "Created",
          align: "end",
          hideBelow: "lg",
          cell: ({ createdAt }) => (
            <Time at={createdAt} formats={program} timeStyle="date" className="text-ink-2" />
          ),
        },
      ]}
      empty={empty}
    />
  );
}
