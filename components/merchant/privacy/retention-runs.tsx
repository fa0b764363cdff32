import { StateChip } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { formatDay, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { RetentionRunDto } from "@/lib/privacy/schema";
import { goesInWords, RETENTION_WORDS } from "./retention-words";

/** What has gone by the rules, day by day. */
export function RetentionRuns({ runs, locale }: { runs: RetentionRunDto[]; locale: string }) {
  return (
    <Panel title="What has gone" flush>
      <DataTable
        caption="What has gone by the rules"
        dense
        className="border-t"
        rows={runs}
        rowKey={({ rule, day }) => `${day} ${rule}`}
        columns={[
          {
            key: "day",
            header: "Day",
            className: "whitespace-nowrap",
            cell: ({ day }) => formatDay(day, "date", locale),
          },
          {
            key: "rule",
            header: "Rule",
            className: "sm:whitespace-nowrap",
            cell: ({ rule }) => RETENTION_WORDS[rule].label,
          },
          {
            key: "done",
            header: "Result",
            className: "w-full",
            cell: ({ rule, done, isDone }) => (
              <>
                {done === 0 ? (
                  <span className="text-ink-3">Nothing was too old</span>
                ) : (
                  goesInWords(rule, done, formatNumber(done, locale))
                )}
                {!isDone && (
                  <StateChip tone="warn" className="ms-2">
                    Under way
                  </StateChip>
                )}
              </>
            ),
          },
        ]}
        empty={
          <p className="border-t px-4.5 py-8 text-center text-ink-2">
            Nothing so far. Each rule is carried out once a day, the first time within a quarter of an hour.
          </p>
        }
      />
    </Panel>
  );
}
