"use client";

import { LIMIT_WINDOWS, type Limit } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { AddButton, InlineNumber, InlineSelect, Words } from "./controls";
import { Problems } from "./problems";
import { Row } from "./row";
import { Section } from "./section";

const WINDOW_WORDS: Record<Limit["window"], string> = {
  event: "event",
  day: "calendar day",
  week: "week (from Monday)",
  month: "calendar month",
  year: "calendar year",
  lifetime: "lifetime",
};
const WINDOWS = LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_WORDS[value] }));

/** How much one member can get. */
export function LimitsSection({
  limits,
  onChange,
}: {
  limits: Limit[];
  onChange: (limits: Limit[]) => void;
}) {
  const { pointName } = usePortal().program;
  const set = (index: number, next: Limit) =>
    onChange(limits.map((other, at) => (at === index ? next : other)));
  // Limits have no identity but their place.
  const rows = limits.map((limit, index) => ({ limit, index, key: `limit-${index}` }));
  const unused = LIMIT_WINDOWS.filter((window) => window !== "event").find(
    (window) => !limits.some((limit) => limit.window === window),
  );
  return (
    <Section id="limits" title="Limits">
      {limits.length === 0 && <p className="pt-2.5 text-ink-3">None. Members get it every time.</p>}
      {rows.map(({ limit, index, key }) => (
        <Row
          key={key}
          at={`/limits/${index}`}
          removeLabel="Remove the limit"
          onRemove={() => onChange(limits.filter((_, at) => at !== index))}
        >
          <span className="font-medium">Each member</span>
          <Words>at most</Words>
          <InlineNumber
            label="Points at most"
            value={limit.points}
            suffix={pointName}
            onChange={(points) => set(index, { ...limit, points })}
          />
          <Words>per</Words>
          <InlineSelect
            label="Period of the limit"
            tone="accent"
            value={limit.window}
            options={WINDOWS}
            onChange={(window) => set(index, { ...limit, window })}
          />
        </Row>
      ))}
      <Problems at="/limits" within={false} />
      {limits.length < LIMIT_WINDOWS.length && (
        <div>
          <AddButton
            onClick={() => onChange([...limits, { per: "member", points: 100, window: unused ?? "event" }])}
          >
            Limit
          </AddButton>
        </div>
      )}
    </Section>
  );
}
