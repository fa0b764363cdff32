"use client";

import { LIMIT_WINDOWS, type Limit, type LimitMeasure } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { AddButton, InlineMoney, InlineNumber, InlineSelect, Words } from "../controls";
import { unitMinorOf } from "../money";
import { Problems } from "../problems";
import { ListRow } from "../row";
import { useRows } from "../rows";
import { AsUsual, Section } from "../section";

const WINDOW_WORDS: Record<Limit["window"], string> = {
  event: "event",
  day: "calendar day",
  week: "week (from Monday)",
  month: "calendar month",
  year: "calendar year",
  lifetime: "in all",
};
const WINDOWS = LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_WORDS[value] }));
const PARTIES = [
  { value: "member", label: "Each member" },
  { value: "campaign", label: "All members together" },
] as const;

export function measureOf(limit: Limit): LimitMeasure {
  if (limit.times !== undefined) return "times";
  return limit.costMinor === undefined ? "points" : "costMinor";
}

/** How much one member can get, and how much all of them together. */
export function LimitsSection({
  limits,
  onChange,
}: {
  limits: Limit[];
  onChange: (limits: Limit[]) => void;
}) {
  const rows = useRows(limits, { at: "/limits", what: "limit", put: onChange });
  const isTaken = (window: Limit["window"]) =>
    limits.some((limit) => limit.per === "member" && limit.window === window);
  const window = (["month", "week", "day", "year", "lifetime"] as const).find((each) => !isTaken(each));
  const hasBudget = limits.some(({ per }) => per === "campaign");
  return (
    <Section id="limits" title="Limits">
      {limits.length === 0 && <AsUsual>None. Members get it every time.</AsUsual>}
      {rows.items.map(({ item, index, key, at }) => (
        <ListRow key={key} rows={rows} index={index} at={at} what="limit">
          <LimitEditor limit={item} onChange={(next) => rows.set(index, next)} />
        </ListRow>
      ))}
      <Problems at="/limits" within={false} />
      <div className="flex flex-wrap">
        <AddButton
          at="/limits/add"
          shortcut="l"
          onClick={() => rows.add({ per: "member", points: 100, window: window ?? "event" }, "points")}
        >
          Limit
        </AddButton>
        {!hasBudget && (
          <AddButton
            onClick={() => rows.add({ per: "campaign", points: 10_000, window: "lifetime" }, "points")}
          >
            Budget
          </AddButton>
        )}
      </div>
    </Section>
  );
}

function LimitEditor({ limit, onChange }: { limit: Limit; onChange: (limit: Limit) => void }) {
  const { pointName, currency } = usePortal().program;
  const { per, window } = limit;
  const measure = measureOf(limit);
  const starts = { points: 100, times: 1, costMinor: 100 * unitMinorOf(currency) };
  return (
    <>
      <InlineSelect
        label="Who is limited"
        value={per}
        options={PARTIES}
        onChange={(next) => onChange({ ...limit, per: next })}
      />
      <Words>at most</Words>
      {measure === "costMinor" ? (
        <InlineMoney
          label="Cost at most"
          name="costMinor"
          value={limit.costMinor ?? 0}
          onChange={(costMinor) => onChange({ per, window, costMinor })}
        />
      ) : (
        <InlineNumber
          label={measure === "points" ? "Points at most" : "Times at most"}
          name={measure}
          value={limit[measure] ?? 0}
          onChange={(most) => onChange({ per, window, [measure]: most })}
        />
      )}
      <InlineSelect
        label="What is limited"
        tone="accent"
        value={measure}
        options={[
          { value: "points", label: pointName },
          { value: "times", label: "times" },
          { value: "costMinor", label: "of cost" },
        ]}
        onChange={(next) => onChange({ per, window, [next]: starts[next] })}
      />
      {window !== "lifetime" && <Words>per</Words>}
      <InlineSelect
        label="Period of the limit"
        tone="accent"
        value={window}
        options={WINDOWS}
        onChange={(next) => onChange({ ...limit, window: next })}
      />
    </>
  );
}
