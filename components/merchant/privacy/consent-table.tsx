import { formatTime } from "@/components/ui/format";
import type { ConsentDto, ConsentRecordDto, ConsentWay } from "@/lib/consents/schema";

type Formats = { locale: string; timeZone: string };

const WAYS: Record<ConsentWay, string> = {
  join: "when joining",
  wallet: "in the wallet",
  portal: "noted in the portal",
  api: "noted over the API",
};

/** What a member agrees to now, and every choice that led there with the words that were read. */
export function ConsentTable({
  consents,
  history,
  formats,
}: {
  consents: readonly ConsentDto[];
  history: readonly ConsentRecordDto[];
  formats: Formats;
}) {
  return (
    <section aria-label="Consents" className="px-4.5 py-4">
      <h2 className="text-md">Consents</h2>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1.5 text-base">
        {consents.map(({ purpose, label, granted }) => (
          <li key={purpose} className="flex items-baseline gap-2">
            <span className={granted ? "font-medium" : "text-ink-2"}>{label}</span>
            <span className="text-ink-3 text-sm">
              {granted === null ? "never asked" : granted ? "agreed" : "not agreed"}
            </span>
          </li>
        ))}
      </ul>
      {history.length === 0 ? (
        <p className="mt-3 text-ink-3 text-sm">No choice has been made yet.</p>
      ) : (
        <ol className="mt-3 divide-y border-t">
          {history.map(({ recordId, purpose, version, wording, granted, at, isOwn, via }) => (
            <li key={recordId} className="grid gap-x-4 gap-y-0.5 py-2.5 text-sm sm:grid-cols-[9rem_6rem_1fr]">
              <time dateTime={at} className="text-ink-3 tabular-nums">
                {formatTime(at, "dateTime", formats)}
              </time>
              <span className="font-medium">{granted ? "Agreed" : "Taken back"}</span>
              <span className="min-w-0">
                <span className="block whitespace-pre-line break-words">{wording}</span>
                <span className="block text-ink-3">
                  {purpose}, wording {version} · {isOwn ? "by the member" : "for the member"} {WAYS[via]}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
