import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { expiryInWords, lifeInWords, type PointTypeDto, pendingInWords } from "@/lib/programs/schema";
import { type PointTypeActions, PointTypeDialog } from "./point-type-dialog";

/** The program's point types with what becomes of their points. */
export function PointTypeList({
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
    <ul className="divide-y border-t">
      {pointTypes.map((type) => (
        <li key={type.code} className="flex items-start gap-4 px-4.5 py-3.5">
          <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1.5 md:grid-cols-[14rem_minmax(0,1fr)]">
            <div>
              <p className="break-words font-medium">{type.name}</p>
              <p className="mt-0.5 flex flex-wrap items-center gap-1.5">
                <span className="font-mono text-ink-3 text-xs">{type.code}</span>
                <Badge>{type.spendable ? "can be spent" : "qualifies only"}</Badge>
              </p>
            </div>
            <div>
              <p className="text-pretty">{lifeInWords(type, today, locale)}</p>
              <p className="mt-0.5 text-ink-3 text-xs">
                usable {pendingInWords(type.pending, locale)} · {expiryInWords(type.expiry)}
              </p>
            </div>
          </div>
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
        </li>
      ))}
    </ul>
  );
}
