import { classNames } from "@/components/ui/class-names";
import { changedWords, type PartChange } from "./campaign-diff";

/** What changed between two versions: every part in words, what went and what came, with the words that differ. */
export function VersionChanges({ changes }: { changes: readonly PartChange[] }) {
  if (changes.length === 0) {
    return <p className="px-4.5 pb-4.5 text-ink-2">They say the same.</p>;
  }
  return (
    <dl className="divide-y border-t">
      {changes.map(({ part, removed, added, kept }) => (
        <div key={part} className="grid gap-x-6 gap-y-1.5 px-4.5 py-3 md:grid-cols-[6.5rem_minmax(0,1fr)]">
          <dt className="text-ink-2">{part}</dt>
          <dd className="flex flex-col gap-1">
            {removed.map((text, place) => (
              <Line key={`- ${text}`} sign="−" text={text} other={added[place]} />
            ))}
            {added.map((text, place) => (
              <Line key={`+ ${text}`} sign="+" text={text} other={removed[place]} />
            ))}
            {kept > 0 && (
              <p className="ps-6 text-ink-3 text-sm">
                {kept === 1 ? "One rule is as it was." : `${kept} rules are as they were.`}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Line({
  sign,
  text,
  other,
}: {
  sign: "−" | "+";
  text: string;
  /** What stands in its place in the other version. */
  other: string | undefined;
}) {
  const isAdded = sign === "+";
  const Mark = isAdded ? "ins" : "del";
  const parts = other === undefined ? [{ text, isChanged: true }] : changedWords(text, other);
  // Words are said in order: their place is their identity.
  const words = parts.map((part, place) => ({ ...part, key: `${place} ${part.text}` }));
  return (
    <p className={classNames("flex gap-2", !isAdded && "text-ink-2")}>
      <span
        aria-hidden="true"
        className={classNames("w-4 text-center font-mono", isAdded ? "text-good-ink" : "text-bad-ink")}
      >
        {sign}
      </span>
      <span className="sr-only">{isAdded ? "Now: " : "Before: "}</span>
      <span className="min-w-0 flex-1 text-pretty">
        {words.map(({ key, text: part, isChanged }) =>
          isChanged ? (
            <Mark
              key={key}
              className={classNames(
                "rounded-xs decoration-1",
                isAdded ? "bg-good-soft text-good-ink no-underline" : "bg-bad-soft text-bad-ink line-through",
              )}
            >
              {part}
            </Mark>
          ) : (
            <span key={key}>{part}</span>
          ),
        )}
      </span>
    </p>
  );
}
