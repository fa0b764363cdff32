"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/actions";
import type { Page } from "@/lib/core/cursor";
import type { ActivityEntry, ActivityKind } from "@/lib/wallet/schema";
import { ActivityLine, type WalletFormats } from "./activity-line";
import { withFirstPage, withNextPage } from "./merge-activity";
import { useAction } from "./use-action";

type Request = { program: string; cursor: string; kind?: ActivityKind };

/** Movements, newest first; older ones on request. A page read anew joins what is already shown. */
export function ActivityList({
  program,
  first,
  kind,
  formats,
  pointName,
  load,
}: {
  program: string;
  first: Page<ActivityEntry>;
  kind?: ActivityKind;
  formats: WalletFormats;
  pointName: string;
  load: (request: Request) => Promise<ActionResult<Page<ActivityEntry>>>;
}) {
  const t = useTranslations("activityPage");
  const [seen, setSeen] = useState({ first, shown: first });
  const { run, pending, message } = useAction(load);
  const shown = seen.first === first ? seen.shown : withFirstPage(seen.shown, first);
  if (seen.first !== first) setSeen({ first, shown });

  async function more(cursor: string) {
    const next = await run({ program, cursor, kind });
    if (next) setSeen((current) => ({ ...current, shown: withNextPage(current.shown, next) }));
  }

  return (
    <>
      <ul className="mt-3 divide-y border-y">
        {shown.items.map((entry) => (
          <li key={entry.causeId}>
            <ActivityLine entry={entry} formats={formats} pointName={pointName} />
          </li>
        ))}
      </ul>
      {message && (
        <Notice tone="bad" className="mt-4">
          {message}
        </Notice>
      )}
      {shown.nextCursor !== null && (
        <div className="mt-5 flex justify-center">
          <Button size="lg" pending={pending} onClick={() => void more(shown.nextCursor ?? "")}>
            {t("showOlder")}
          </Button>
        </div>
      )}
    </>
  );
}
