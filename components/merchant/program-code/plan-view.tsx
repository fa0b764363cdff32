import { StateChip, type Tone } from "@/components/ui/badge";
import type { CodeChange, CodePlan } from "@/lib/program-code/schema";

const ACTIONS: Readonly<Record<CodeChange["action"], { label: string; tone: Tone }>> = {
  add: { label: "Add", tone: "good" },
  change: { label: "Change", tone: "info" },
  remove: { label: "Remove", tone: "bad" },
};

/** What would change, one line each, with the members that differ. */
export function PlanView({ plan: { changes, kept } }: { plan: CodePlan }) {
  return (
    <div className="flex flex-col gap-3">
      {changes.length === 0 ? (
        <p className="text-ink-2">Nothing to change: the program is as the file has it.</p>
      ) : (
        <ChangeList changes={changes} />
      )}
      {kept.length > 0 && (
        <ul className="flex flex-col gap-1 text-ink-3 text-sm">
          {kept.map((words) => (
            <li key={words} className="break-words">
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ChangeList({ changes }: Pick<CodePlan, "changes">) {
  return (
    <ul className="divide-y rounded-md border">
      {changes.map(({ action, kind, code, fields, words }) => (
        <li
          key={`${action} ${kind} ${code}`}
          className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3.5 py-2.5"
        >
          <span className="w-18 shrink-0">
            <StateChip tone={ACTIONS[action].tone}>{ACTIONS[action].label}</StateChip>
          </span>
          <div className="min-w-0 flex-1">
            <p className="break-words">
              {action === "change" && fields.length > 1 ? headingOf(kind, code) : words}
            </p>
            {fields.length > 1 && (
              <ul className="mt-1 flex flex-col gap-0.5 text-ink-2 text-sm">
                {fields.map(({ path, before, after }) => (
                  <li key={path} className="break-words">
                    <span className="text-ink-3">{path}</span> {shown(before)} → {shown(after)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function headingOf(kind: CodeChange["kind"], code: string): string {
  return kind === "setting" ? "The settings" : `The ${kind} “${code}”`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return typeof value === "string" ? `“${value}”` : JSON.stringify(value);
}
