"use client";

import type { Effect } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { AddButton, InlineMoney, InlineNumber, InlineSelect, Words } from "./controls";
import { LineFilterEditor, NEW_FILTER } from "./line-filter-editor";
import { unitMinorOf } from "./money";
import { Problems } from "./problems";
import { Row } from "./row";
import { Section } from "./section";

const KINDS = [
  { value: "fixed", label: "Give" },
  { value: "per_amount", label: "Give per amount" },
  { value: "multiplier", label: "Multiply by" },
] as const;
const ROUNDINGS = [
  { value: "floor", label: "down" },
  { value: "nearest", label: "to the nearest" },
  { value: "ceil", label: "up" },
] as const;
const BASES = [
  { value: "basket", label: "the basket" },
  { value: "lines", label: "each line" },
] as const;

function newEffect(kind: Effect["kind"], unitMinor: number): Effect {
  switch (kind) {
    case "fixed":
      return { kind, points: 50 };
    case "per_amount":
      return { kind, points: 1, perMinor: unitMinor, basis: "basket", rounding: "floor" };
    case "multiplier":
      return { kind, factorPercent: 200, rounding: "floor" };
  }
}

/** What the campaign gives. */
export function EffectsSection({
  effects,
  isPurchase,
  onChange,
}: {
  effects: Effect[];
  isPurchase: boolean;
  onChange: (effects: Effect[]) => void;
}) {
  const unitMinor = unitMinorOf(usePortal().program.currency);
  const set = (index: number, next: Effect) =>
    onChange(effects.map((other, at) => (at === index ? next : other)));
  // Effects have no identity but their place.
  const rows = effects.map((effect, index) => ({ effect, index, key: `effect-${index}` }));
  const kinds = isPurchase ? KINDS : KINDS.filter(({ value }) => value === "fixed");
  return (
    <Section id="then" title="Then">
      {rows.map(({ effect, index, key }) => (
        <Row
          key={key}
          at={`/effects/${index}`}
          removeLabel="Remove the effect"
          onRemove={() => onChange(effects.filter((_, at) => at !== index))}
        >
          <InlineSelect
            label="What is given"
            value={effect.kind}
            options={kinds.some(({ value }) => value === effect.kind) ? kinds : KINDS}
            onChange={(kind) => set(index, newEffect(kind, unitMinor))}
          />
          <EffectWords effect={effect} onChange={(next) => set(index, next)} />
        </Row>
      ))}
      <Problems at="/effects" within={false} />
      <div>
        <AddButton
          onClick={() =>
            onChange([
              ...effects,
              newEffect(isPurchase && effects.length === 0 ? "per_amount" : "fixed", unitMinor),
            ])
          }
        >
          Effect
        </AddButton>
      </div>
    </Section>
  );
}

function EffectWords({ effect, onChange }: { effect: Effect; onChange: (next: Effect) => void }) {
  const { pointName } = usePortal().program;
  if (effect.kind === "fixed") {
    return (
      <InlineNumber
        label="Points"
        value={effect.points}
        suffix={pointName}
        onChange={(points) => onChange({ ...effect, points })}
      />
    );
  }
  return (
    <>
      {effect.kind === "multiplier" ? (
        <InlineNumber
          label="Factor"
          value={effect.factorPercent}
          parse={(text) => Math.round(Number(text.replace(",", ".")) * 100)}
          show={(percent) => String(percent / 100)}
          suffix="×"
          onChange={(factorPercent) => onChange({ ...effect, factorPercent })}
        />
      ) : (
        <>
          <InlineNumber
            label="Points"
            value={effect.points}
            suffix={pointName}
            onChange={(points) => onChange({ ...effect, points })}
          />
          <Words>per</Words>
          <InlineMoney
            label="Amount"
            value={effect.perMinor}
            onChange={(perMinor) => onChange({ ...effect, perMinor })}
          />
        </>
      )}
      {effect.filter ? (
        <>
          <Words>on lines where</Words>
          <LineFilterEditor
            filter={effect.filter}
            onChange={(filter) => onChange({ ...effect, filter })}
            onClear={() => onChange({ ...effect, filter: undefined })}
          />
        </>
      ) : (
        <button
          type="button"
          onClick={() => onChange({ ...effect, filter: NEW_FILTER })}
          className="h-7 in-disabled:hidden rounded-sm px-1.5 text-ink-2 text-sm hover:bg-hover hover:text-ink"
        >
          + only some lines
        </button>
      )}
      <Words>rounded</Words>
      <InlineSelect
        label="Rounding"
        value={effect.rounding}
        options={ROUNDINGS}
        onChange={(rounding) => onChange({ ...effect, rounding })}
      />
      {effect.kind === "per_amount" && (
        <>
          <Words>for</Words>
          <InlineSelect
            label="What is rounded"
            value={effect.basis}
            options={BASES}
            onChange={(basis) => onChange({ ...effect, basis })}
          />
        </>
      )}
    </>
  );
}
