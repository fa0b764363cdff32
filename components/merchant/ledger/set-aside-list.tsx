import Link from "next/link";
import { Time } from "@/components/ui/figures";
import { type Formats, formatNumber } from "@/components/ui/format";
import type { DayRunDto, SetAsideDto } from "@/lib/day-runs/schema";
import { setAsideInWords } from "./day-words";
import { type RetryDay, RetryDayButton } from "./retry-day-button";

/** Who could not be closed with everybody else on a day, why, and when each is tried again. */
export function SetAsideList({
  run: { day, setAside },
  program,
  formats,
  retry,
}: {
  run: Pick<DayRunDto, "day" | "setAside">;
  /** Slug of the program. */
  program: string;
  formats: Formats;
  /** Null where the reader may not run anything. */
  retry: RetryDay | null;
}) {
  if (setAside.items.length === 0) return null;
  const words = setAsideInWords(setAside, (value) => formatNumber(value, formats.locale));
  return (
    <details className="mt-2 max-w-md text-sm" open={setAside.open > 0}>
      <summary className="cursor-pointer rounded-sm font-medium">{words}</summary>
      <ul className="mt-2 flex flex-col gap-2">
        {setAside.items.map((item) => (
          <li key={`${item.id} ${item.step} ${item.settledAt} ${item.attempts}`}>
            <Link
              href={`/p/${program}/${item.kind === "pool" ? "pools" : "members"}/${item.id}`}
              className="font-medium underline decoration-line-strong underline-offset-2"
            >
              {item.name}
            </Link>
            <Course item={item} formats={formats} />
          </li>
        ))}
      </ul>
      {setAside.open > 0 && retry !== null && (
        <div className="mt-3">
          <RetryDayButton program={program} day={day} retry={retry} />
        </div>
      )}
    </details>
  );
}

const WHAT: Partial<Record<SetAsideDto["step"], string>> = {
  activation: "pending points",
  expiry: "points past their last day",
  statements: "statement of the month",
};

function Course({
  item: { step, error, retryAt, settledAt },
  formats,
}: {
  item: SetAsideDto;
  formats: Formats;
}) {
  const what = WHAT[step] ?? step;
  if (settledAt !== null) {
    return (
      <p className="text-ink-2">
        {what}: done at <Time at={settledAt} formats={formats} />
      </p>
    );
  }
  return (
    <>
      {error !== null && <p className="break-words font-mono text-bad-ink text-xs">{error}</p>}
      <p className="text-ink-2">
        {what}:{" "}
        {retryAt === null ? (
          "after what failed before"
        ) : (
          <>
            tried again at <Time at={retryAt} formats={formats} timeStyle="time" />
          </>
        )}
      </p>
    </>
  );
}
