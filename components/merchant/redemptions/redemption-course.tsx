import { Time } from "@/components/ui/figures";
import type { Formats } from "@/components/ui/format";
import type { StepDto, StepName, StepParty } from "@/lib/redemptions/schema";

/** How the reader speaks of what happened, and of who did it. */
export type CourseWords = { steps: Record<StepName, string>; parties: Record<StepParty, string> };

/** What happened to a redemption, the latest last. */
export function RedemptionCourse({
  steps,
  words,
  formats,
}: {
  steps: readonly StepDto[];
  words: CourseWords;
  formats: Formats;
}) {
  return (
    <ol>
      {steps.map(({ what, by, note, tracking, at }, index) => (
        <li key={`${what} ${at} ${index.toString()}`} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-[3.5px] top-3 bottom-0 w-px bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className="relative mt-1.5 size-2 shrink-0 bg-ink-3 group-last:bg-accent"
          />
          <div className="min-w-0 flex-1">
            <p className="flex flex-col justify-between gap-x-4 sm:flex-row">
              <span>
                <span className="font-medium">{words.steps[what]}</span>{" "}
                {/* Setting aside follows by itself from what somebody asked for or paid. */}
                <span className="text-ink-3 text-sm">{what !== "reserved" && words.parties[by]}</span>
              </span>
              <Time at={at} formats={formats} className="shrink-0 text-ink-3 text-sm" />
            </p>
            {note && <p className="mt-0.5 break-words text-ink-2 text-sm">{note}</p>}
            {tracking && (
              <p className="mt-0.5 break-words text-ink-2 text-sm">
                {[tracking.carrier, tracking.number].filter(Boolean).join(" ")}{" "}
                {tracking.url && (
                  <a
                    href={tracking.url}
                    target="_blank"
                    rel="noreferrer"
                    className="font-medium text-accent-ink underline underline-offset-2"
                  >
                    Follow it
                  </a>
                )}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
