"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { StateChip } from "@/components/ui/badge";
import { Money, Time } from "@/components/ui/figures";
import { type Formats, formatNumber } from "@/components/ui/format";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { ImportField, PreviewDto } from "@/lib/imports/schema";
import { FIELD_WORDS } from "./import-words";

/** The first baskets as the purchases that they would become, and the first lines that do not fit. */
export function MappingPreview({
  preview,
  failure,
  missing,
}: {
  preview: PreviewDto | undefined;
  /** Why there is no preview; a sentence. */
  failure: string | null;
  missing: ImportField[];
}) {
  const { program } = usePortal();
  if (missing.length > 0) {
    const names = missing.map((field) => FIELD_WORDS[field].label.toLowerCase());
    return (
      <Panel title="Preview">
        <p className="text-ink-2">
          Choose the column of {new Intl.ListFormat("en").format(names)} to see what the first baskets would
          become.
        </p>
      </Panel>
    );
  }
  if (failure !== null) {
    return (
      <Panel title="Preview">
        <p className="text-bad-ink">{failure}</p>
      </Panel>
    );
  }
  if (!preview) {
    return (
      <Panel title="Preview">
        <div aria-busy="true" className="flex flex-col gap-3">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      </Panel>
    );
  }
  const { linesRead, problemCount } = preview;
  const number = (value: number) => formatNumber(value, program.locale);
  return (
    <Panel
      title="Preview"
      note={
        problemCount === 0 ? (
          <StateChip tone="good">Every line fits</StateChip>
        ) : (
          <StateChip tone="bad">
            {problemCount === 1 ? "1 line does not fit" : `${number(problemCount)} lines do not fit`}
          </StateChip>
        )
      }
      flush
    >
      <p className="px-4.5 pb-3 text-ink-3 text-xs">
        From the first {number(linesRead)} lines. A basket may have more lines further on.
      </p>
      {preview.problems.length > 0 && <Problems problems={preview.problems} />}
      <ul className="divide-y border-t">
        {preview.baskets.map((basket) => (
          <Basket key={basket.basketId} basket={basket} formats={program} />
        ))}
      </ul>
    </Panel>
  );
}

function Problems({ problems }: { problems: PreviewDto["problems"] }) {
  return (
    <ul className="divide-y border-t bg-bad-soft text-bad-ink text-sm">
      {problems.map(({ line, reason }) => (
        <li key={line} className="flex gap-3 px-4.5 py-2">
          <span className="shrink-0 font-mono text-xs leading-5">line {line}</span>
          <span className="min-w-0 break-words">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

function Basket({ basket, formats }: { basket: PreviewDto["baskets"][number]; formats: Formats }) {
  const place = [basket.store && `store ${basket.store}`, basket.channel].filter(Boolean).join(" · ");
  return (
    <li className="px-4.5 py-3">
      <div className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 truncate font-medium">
          {basket.memberId}
          {!basket.memberKnown && <span className="ms-2 font-normal text-ink-3 text-xs">new member</span>}
        </span>
        <Money amountMinor={basket.amountMinor} formats={formats} className="font-semibold" />
      </div>
      <div className="flex flex-wrap gap-x-2 text-ink-3 text-xs">
        <Time at={basket.occurredAt} formats={formats} />
        {place && <span>{place}</span>}
        <span className="min-w-0 truncate font-mono">{basket.basketId}</span>
      </div>
      <ul className="mt-1.5 text-ink-2 text-sm">
        {basket.lines.map(({ line, label, quantity, amountMinor }) => (
          <li key={line} className="flex justify-between gap-4">
            <span className="min-w-0 truncate">
              {quantity !== 1 && `${formatQuantity(quantity, formats.locale)} × `}
              {label}
            </span>
            <Money amountMinor={amountMinor} formats={formats} />
          </li>
        ))}
      </ul>
      {basket.problem && <p className="mt-1.5 text-bad-ink text-xs">{basket.problem}</p>}
    </li>
  );
}

function formatQuantity(quantity: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantity);
}
