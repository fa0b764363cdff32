import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { expiryInWords, lifeInWords, type PointTypeDto, pendingInWords } from "@/lib/programs/schema";
import { type PointTypeActions, PointTypeDialog } from "./point-type-dialog";

/** The program's point types with what becomes of their points. */
export function PointTypeTable({
  pointTypes,
  today,
  locale,
  actions,
}: {
  pointTypes: PointTypeDto[];
  /** The program's day. */
  today: string;
  locale: string;
  actions: PointTypeActions;
}) {
  return (
    <DataTable
      caption="Point types"
      rows={pointTypes}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: "Point type",
          className: "min-w-40",
          cell: ({ name, code, spendable }) => (
            <>
              <span className="block font-medium">{name}</span>
              <span className="mt-0.5 flex flex-wrap items-center gap-1.5">
                <span className="font-mono text-ink-3 text-xs">{code}</span>
                <Badge>{spendable ? "can be spent" : "qualifies only"}</Badge>
              </span>
            </>
          ),
        },
        {
          key: "life",
          header: "What becomes of them",
          cell: (type) => (
            <>
              <span className="block text-pretty">{lifeInWords(type, today, locale)}</span>
              <span className="mt-0.5 block text-ink-3 text-xs">
                usable {pendingInWords(type.pending, locale)} · {expiryInWords(type.expiry)}
              </span>
            </>
          ),
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          align: "end",
          cell: (type) => (
            <PointTypeDialog
              pointType={type}
              today={today}
              actions={actions}
              trigger={
                <Button size="sm" aria-label={`Edit ${type.name}`}>
                  Edit
                </Button>
              }
            />
          ),
        },
      ]}
    />
  );
}
