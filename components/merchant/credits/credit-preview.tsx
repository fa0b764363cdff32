import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import type { CreditJobDetail } from "@/lib/credits/schema";

/** What a checked file will give: by point type, and its largest credits. */
export function CreditPreview({
  job,
  program,
  locale,
}: {
  job: CreditJobDetail;
  /** Slug */
  program: string;
  locale: string;
}) {
  if (job.sample.length === 0) return null;
  const number = (value: number) => formatNumber(value, locale);
  const types = job.byPointType.map(
    ({ name, lines, points }) =>
      `${number(points)} ${name} in ${number(lines)} ${lines === 1 ? "line" : "lines"}`,
  );
  return (
    <Panel
      title="The largest credits"
      note={<span className="text-ink-3 text-sm">{types.join(" · ")}</span>}
      flush
    >
      <div className="border-t">
        <DataTable
          caption="The largest credits"
          rows={job.sample}
          rowKey={({ line }) => String(line)}
          rowHref={({ memberId }) => `/p/${program}/members/${memberId}`}
          dense
          columns={[
            { key: "member", header: "Member", cell: ({ memberName }) => memberName },
            {
              key: "points",
              header: "Points",
              align: "end",
              cell: ({ points, pointType }) => (
                <>
                  {number(points)} <span className="text-ink-3">{pointType}</span>
                </>
              ),
            },
            { key: "reason", header: "Reason", hideBelow: "sm", cell: ({ reason }) => reason },
            {
              key: "line",
              header: "Line",
              align: "end",
              hideBelow: "md",
              cell: ({ line }) => <span className="font-mono text-sm">{number(line)}</span>,
            },
          ]}
        />
      </div>
    </Panel>
  );
}
