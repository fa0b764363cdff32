import { type Column, DataTable } from "@/components/ui/data-table";
import { CHECK_WORDS, type VerificationDto } from "@/lib/verifications/schema";

type Finding = VerificationDto["findings"][number];

/** What does not hold, place by place; of many of one kind, the first. */
export function FindingTable({ run }: { run: VerificationDto }) {
  const columns: Column<Finding>[] = [
    {
      key: "check",
      header: "Check",
      cell: ({ check }) => <span className="whitespace-nowrap font-medium">{CHECK_WORDS[check].title}</span>,
    },
    {
      key: "where",
      header: "Where",
      cell: ({ where }) => <span className="break-all font-mono text-xs">{where}</span>,
    },
    { key: "detail", header: "What", className: "min-w-60", cell: ({ detail }) => detail },
  ];
  const hidden =
    run.findings.length < Object.values(run.broken).reduce((sum, count) => sum + (count ?? 0), 0);
  return (
    <div className="overflow-hidden rounded-lg border">
      <DataTable
        caption="What does not hold"
        columns={columns}
        rows={run.findings}
        rowKey={({ check, where, detail }) => `${check} ${where} ${detail}`}
      />
      {hidden && (
        <p className="border-t px-4.5 py-3 text-ink-3 text-sm">
          The first twenty places of each check are shown; the list of checks below has the numbers of all.
        </p>
      )}
    </div>
  );
}
