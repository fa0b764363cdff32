import type { ReactNode } from "react";
import { formatCompact, formatDay, formatNumber } from "./format";

const TICK = { fill: "var(--color-ink-3)", fontSize: 11 };
const MARGIN = { top: 8, right: 16, bottom: 0, left: 0 };

/** What every chart of figures over days, or over names, has in common: quiet axes, and no script for screen readers. */
export const CHART = { margin: MARGIN, accessibilityLayer: false };

export const GRID = { vertical: false, stroke: "var(--color-line)" };

/** Along the bottom. @param nameOf how a value is written there */
export function bottomAxis(dataKey: string, nameOf: (value: string) => string, minTickGap = 48) {
  return {
    dataKey,
    tick: TICK,
    tickLine: false,
    axisLine: false,
    minTickGap,
    tickFormatter: nameOf,
    tickMargin: 8,
  };
}

/** Along the bottom, for days. */
export function dayAxis(locale: string) {
  return bottomAxis("day", (day) => formatDay(day, "day", locale));
}

/** Up the side. @param width in pixels, that the longest figure needs */
export function figureAxis(locale: string, width = 44) {
  return {
    tick: TICK,
    tickLine: false,
    axisLine: false,
    width,
    tickFormatter: (value: number) => formatCompact(value, locale),
  };
}

/** What a tooltip's content is given of the place under the pointer. */
export type PointedAt = {
  active?: boolean | undefined;
  payload?: readonly { payload?: unknown }[] | undefined;
  label?: string | number | undefined;
};

/** The row under the pointer; null where there is none. */
export function rowUnder<Row>({ active, payload }: PointedAt): Row | null {
  const row = active ? payload?.[0]?.payload : undefined;
  return row === undefined ? null : (row as Row);
}

/** The box beside the pointer. */
export function ChartTip({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="rounded-md border bg-surface px-3 py-2 text-xs shadow-float">
      <p className="mb-1 font-medium">{title}</p>
      {children}
    </div>
  );
}

/** One of several figures in it, with the colour that stands for it. */
export function TipFigure({
  name,
  colour,
  value,
  locale,
}: {
  name: string;
  colour: string;
  value: number;
  locale: string;
}) {
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <Swatch colour={colour} />
      <span className="flex-1">{name}</span>
      <span className="ps-4 font-medium text-ink">{formatNumber(value, locale)}</span>
    </p>
  );
}

/** What the colours stand for. */
export function ChartLegend({
  entries,
}: {
  entries: readonly { key: string; label: string; colour: string }[];
}) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {entries.map(({ key, label, colour }) => (
        <li key={key} className="flex items-center gap-1.5">
          <Swatch colour={colour} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ colour }: { colour: string }) {
  return <span aria-hidden="true" className="size-2 rounded-[1.5px]" style={{ background: colour }} />;
}
