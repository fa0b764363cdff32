"use client";

import { ChevronUp, RotateCcw } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { formatMoney, formatSigned } from "@/components/ui/format";
import type { VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignDefinition, CampaignGroup } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { unitMinorOf } from "../money";
import { evaluateExample } from "./evaluate";
import type { Example } from "./example";
import { ExampleEditor } from "./example-editor";
import { exampleFor } from "./fitting-example";
import { LimitUse } from "./limit-use";
import { pastQuestions } from "./past";
import { Verdicts } from "./verdicts";

/** Tries the campaign on an example, beside everything that is live, at every keystroke. */
export function LivePanel({
  campaignId,
  version,
  definition,
  isRunnable,
  live,
  groups,
  now,
}: {
  campaignId: string;
  version: number;
  definition: CampaignDefinition;
  /** Whether nothing keeps the draft from running. */
  isRunnable: boolean;
  /** What is live beside this campaign, … */
  live: readonly VersionedCampaign[];
  /** … and the groups that campaigns stand in. */
  groups: readonly CampaignGroup[];
  /** ISO 8601 */
  now: string;
}) {
  const { program } = usePortal();
  // What nobody has touched goes with the campaign, so that the example keeps fitting what is being built.
  const [touched, setTouched] = useState<Partial<Example>>({});
  const fitting = useMemo(
    () =>
      exampleFor(definition, {
        now: new Date(now),
        timeZone: program.timeZone,
        unitMinor: unitMinorOf(program.currency),
      }),
    [definition, now, program],
  );
  const example = useMemo(() => ({ ...fitting, ...touched }), [fitting, touched]);
  const { points, costMinor, campaigns } = useMemo(
    () =>
      evaluateExample(
        example,
        { draft: isRunnable ? { campaignId, version, definition } : null, definition },
        live,
        { ...program, groups },
      ),
    [example, isRunnable, campaignId, version, definition, live, groups, program],
  );
  const change = (part: Partial<Example>) => setTouched((before) => ({ ...before, ...part }));
  const total = (
    <>
      <span className="font-semibold tracking-tight">{formatSigned(points, program.locale)}</span>{" "}
      <span className="text-ink-2">{program.pointName}</span>
    </>
  );
  const panel = (
    <div className="flex flex-col gap-3">
      <ExampleEditor
        example={example}
        questions={pastQuestions(definition, example.past)}
        isPurchase={definition.trigger.event === "purchase"}
        onChange={change}
      />
      <LimitUse limits={definition.limits} used={example.used} onChange={(used) => change({ used })} />
      <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-2 py-1">
        <span className="font-semibold text-display tracking-tight">
          {formatSigned(points, program.locale)}
        </span>
        <span className="text-ink-2 text-md">{program.pointName}</span>
        {costMinor > 0 && (
          <span className="ms-auto text-ink-3 text-sm">
            costs {formatMoney(costMinor, program.currency, program.locale)}
          </span>
        )}
      </p>
      {!isRunnable && (
        <p className="text-ink-2 text-sm">
          This campaign joins in as soon as nothing is left to finish. Below is what is live without it.
        </p>
      )}
      <Verdicts campaigns={campaigns} ownId={campaignId} />
    </div>
  );
  const isTouched = Object.keys(touched).length > 0;
  const note = isTouched ? (
    <button
      type="button"
      onClick={() => setTouched({})}
      className="inline-flex min-h-6 items-center gap-1 rounded-sm text-ink-2 text-xs hover:text-ink hover:underline"
    >
      <RotateCcw aria-hidden="true" className="size-3.5" />
      Fit to the campaign
    </button>
  ) : (
    <span className="text-ink-3 text-xs">evaluated as you type</span>
  );
  return (
    <>
      <aside aria-labelledby="try-it" className="min-w-0 border-s bg-sunken px-5 pt-6 pb-12 max-xl:hidden">
        <div className="sticky top-24 flex max-h-[calc(100dvh-7rem)] flex-col gap-3 overflow-y-auto">
          <div className="flex items-baseline justify-between gap-3">
            <h2 id="try-it" className="text-md">
              Try it
            </h2>
            {note}
          </div>
          {panel}
        </div>
      </aside>
      <TrySheet total={total} note={note}>
        {panel}
      </TrySheet>
    </>
  );
}

/** The same where there is no room beside the rules: the result at the foot, the example in a sheet. */
function TrySheet({ total, note, children }: { total: ReactNode; note: ReactNode; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface shadow-float md:start-58 xl:hidden">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex h-14 w-full items-center justify-between gap-3 px-4 sm:px-6"
      >
        <span className="font-medium text-ink-2">Try it</span>
        <span className="flex items-center gap-2 text-lg">
          {total}
          <ChevronUp aria-hidden="true" className="size-4 text-ink-3" />
        </span>
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} shape="bottom" title="Try it" description={note}>
        {children}
      </Dialog>
    </div>
  );
}
