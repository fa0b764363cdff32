"use client";

import { ChevronDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/components/ui/format";
import type { ActionResult } from "@/lib/actions";
import type { ConsentRecordDto } from "@/lib/consents/schema";
import { useAction } from "../use-action";

type Page = { items: ConsentRecordDto[]; nextCursor: string | null };

/** Every choice with its date and the words that it was about, folded away until somebody wants to know. */
export function ConsentHistory({
  program,
  timeZone,
  read,
}: {
  program: string;
  timeZone: string;
  read: (input: { program: string; cursor?: string }) => Promise<ActionResult<Page>>;
}) {
  const t = useTranslations("privacy");
  const locale = useLocale();
  const { run, pending, message } = useAction(read);
  const [records, setRecords] = useState<ConsentRecordDto[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);

  async function load() {
    const page = await run({ program, ...(cursor !== null && { cursor }) });
    if (page === null) return;
    setRecords((before) => [...(before ?? []), ...page.items]);
    setCursor(page.nextCursor);
  }

  return (
    <details
      className="group mt-2"
      onToggle={(event) => {
        if (event.currentTarget.open && records === null && !pending) void load();
      }}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-base text-ink-2 hover:text-ink">
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {t("history")}
      </summary>
      {message && (
        <p role="alert" className="text-bad-ink text-sm">
          {message}
        </p>
      )}
      {records?.length === 0 && <p className="text-ink-2 text-sm">{t("historyEmpty")}</p>}
      <ol className="divide-y" aria-busy={pending}>
        {records?.map(({ recordId, purpose, granted, wording, at, isOwn }, index) => (
          <li key={recordId} className="py-3 text-sm">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">
                {granted
                  ? t("granted")
                  : isTakenBack(purpose, records.slice(index + 1), cursor !== null)
                    ? t("withdrawn")
                    : t("refused")}
              </span>
              <time dateTime={at} className="text-ink-3 tabular-nums">
                {formatTime(at, "dateTime", { locale, timeZone })}
              </time>
            </p>
            <p className="mt-0.5 whitespace-pre-line text-ink-2">{wording}</p>
            {!isOwn && <p className="mt-0.5 text-ink-3">{t("byClub")}</p>}
          </li>
        ))}
      </ol>
      {cursor !== null && (
        <Button size="lg" variant="ghost" pending={pending} onClick={() => void load()}>
          {t("older")}
        </Button>
      )}
    </details>
  );
}

/** Whether a no follows a yes; where older records are not here yet, it is taken for one. */
function isTakenBack(purpose: string, older: ConsentRecordDto[], isMore: boolean): boolean {
  const before = older.find((record) => record.purpose === purpose);
  return before === undefined ? isMore : before.granted;
}
