"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { type Effect, type Rounding, sourceOf, type ValueSource } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { AddDetail, InlineMoney, InlineNumber, InlineSelect, Words } from "../controls";
import { InlineCombobox } from "../inline-combobox";
import { LineFilterEditor, NEW_FILTER, OptionalFilter } from "../line-filter-editor";
import type { SeenSubject } from "../look-ups";
import { Place } from "../place";
import type { EffectEditorProps } from "./editor-props";
import { OptionalPick } from "./pick-editor";

const ROUNDINGS = [
  { value: "floor", label: "down" },
  { value: "nearest", label: "to the nearest" },
  { value: "ceil", label: "up" },
] as const;
/** How a rate treats what is not a whole step: rounded points for it, or none. */
const SHARES = [
  { value: "floor", label: "rounded down" },
  { value: "nearest", label: "rounded to the nearest" },
  { value: "ceil", label: "rounded up" },
  { value: "whole", label: "in full steps only" },
] as const;
const BASES = [
  { value: "basket", label: "the basket" },
  { value: "lines", label: "each line" },
] as const;
const RAISED = [
  { value: "base", label: "the base rate" },
  { value: "all", label: "everything earned" },
] as const;
const MAX_TOGETHER = 5;
const SOURCES = [
  { value: "attributes", label: "the event" },
  { value: "lines", label: "its lines, added up" },
  { value: "member", label: "the member" },
] as const;
const LOOK_UPS = {
  attributes: "attribute",
  lines: "lineAttribute",
  member: "memberAttribute",
} as const satisfies Record<ValueSource, SeenSubject>;

/** As many points each time. */
export function FixedEditor({ effect, onChange }: EffectEditorProps<"fixed">) {
  return <Points value={effect.points} onChange={(points) => onChange({ ...effect, points })} />;
}

/** Points for money spent. */
export function PerAmountEditor({ effect, onChange }: EffectEditorProps<"per_amount">) {
  return (
    <>
      <Points value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
      <Words>per</Words>
      <InlineMoney
        label="Amount"
        name="perMinor"
        value={effect.perMinor}
        onChange={(perMinor) => onChange({ ...effect, perMinor })}
      />
      <OptionalFilter filter={effect.filter} onChange={(filter) => onChange({ ...effect, filter })} />
      <OptionalPick pick={effect.pick} onChange={(pick) => onChange({ ...effect, pick })} />
      <Share effect={effect} onChange={(share) => onChange({ ...effect, ...share })} />
      <Words>for</Words>
      <InlineSelect
        label="What is rounded"
        value={effect.basis}
        options={BASES}
        onChange={(basis) => onChange({ ...effect, basis })}
      />
      <UpTo value={effect.upTo} onChange={(upTo) => onChange({ ...effect, upTo })} />
    </>
  );
}

/** Points for pieces bought. */
export function PerQuantityEditor({ effect, onChange }: EffectEditorProps<"per_quantity">) {
  return (
    <>
      <Points value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
      <Words>for every</Words>
      <InlineNumber
        label="Pieces"
        name="pieces"
        value={effect.pieces}
        suffix={effect.pieces === 1 ? "piece" : "pieces"}
        onChange={(pieces) => onChange({ ...effect, pieces })}
      />
      <OptionalFilter filter={effect.filter} onChange={(filter) => onChange({ ...effect, filter })} />
      <TogetherEditor effect={effect} onChange={onChange} />
      <UpTo value={effect.upTo} onChange={(upTo) => onChange({ ...effect, upTo })} />
    </>
  );
}

type PerQuantity = Extract<Effect, { kind: "per_quantity" }>;

/** What has to be bought with it, so that points are for whole sets. */
function TogetherEditor({
  effect,
  onChange,
}: {
  effect: PerQuantity;
  onChange: (effect: PerQuantity) => void;
}) {
  const { together = [], ...alone } = effect;
  const write = (parts: NonNullable<PerQuantity["together"]>) =>
    onChange(parts.length === 0 ? alone : { ...alone, together: parts });
  // Parts of a set have no identity but their place.
  const parts = together.map((part, index) => ({ part, index, key: `part-${index}` }));
  return (
    <>
      {parts.map(({ part, index, key }) => (
        <Place key={key} name={`together/${index}`}>
          <Words>{index === 0 ? "together with" : "and"}</Words>
          <InlineNumber
            label="Pieces"
            name="pieces"
            value={part.pieces}
            suffix={part.pieces === 1 ? "piece" : "pieces"}
            onChange={(pieces) =>
              write(together.map((other, at) => (at === index ? { ...part, pieces } : other)))
            }
          />
          <Words>where</Words>
          <LineFilterEditor
            filter={part.filter}
            onChange={(filter) =>
              write(together.map((other, at) => (at === index ? { ...part, filter } : other)))
            }
            onClear={() => write(together.filter((_, at) => at !== index))}
          />
        </Place>
      ))}
      {together.length < MAX_TOGETHER && (
        <AddDetail onClick={() => write([...together, { filter: NEW_FILTER, pieces: 1 }])}>
          together with…
        </AddDetail>
      )}
    </>
  );
}

/** Points for a number of the event, of its lines, or of the member. */
export function PerValueEditor({ effect, onChange }: EffectEditorProps<"per_value">) {
  const { source, name } = sourceOf(effect.field);
  return (
    <>
      <Points value={effect.points} onChange={(points) => onChange({ ...effect, points })} />
      <Words>for every</Words>
      <InlineNumber
        label="So many"
        name="per"
        value={effect.per}
        onChange={(per) => onChange({ ...effect, per })}
      />
      <Words>of</Words>
      <InlineCombobox
        label="Name of the number"
        name="field"
        subject={LOOK_UPS[source]}
        placeholder="miles"
        value={name}
        onChange={(next) => onChange({ ...effect, field: `${source}.${next}` })}
      />
      <Words>of</Words>
      <InlineSelect
        label="Where the number comes from"
        value={source}
        options={SOURCES}
        onChange={(next) => onChange({ ...effect, field: `${next}.${name}` })}
      />
      <Share effect={effect} onChange={(share) => onChange({ ...effect, ...share })} />
      <UpTo value={effect.upTo} onChange={(upTo) => onChange({ ...effect, upTo })} />
    </>
  );
}

/** More points of those that the event earns anyway. */
export function MultiplierEditor({ effect, onChange }: EffectEditorProps<"multiplier">) {
  return (
    <>
      <Words>by</Words>
      <InlineNumber
        label="Factor"
        name="factorPercent"
        value={effect.factorPercent}
        parse={(text) => Math.round(Number(text.replace(",", ".")) * 100)}
        show={(percent) => String(percent / 100)}
        suffix="×"
        onChange={(factorPercent) => onChange({ ...effect, factorPercent })}
      />
      <Words>raising</Words>
      <InlineSelect
        label="What is multiplied"
        value={effect.on}
        options={RAISED}
        onChange={(on) => onChange({ ...effect, on })}
      />
      <OptionalFilter filter={effect.filter} onChange={(filter) => onChange({ ...effect, filter })} />
      <OptionalPick pick={effect.pick} onChange={(pick) => onChange({ ...effect, pick })} />
      <RoundingSelect value={effect.rounding} onChange={(rounding) => onChange({ ...effect, rounding })} />
      <UpTo value={effect.upTo} onChange={(upTo) => onChange({ ...effect, upTo })} />
    </>
  );
}

function Points({ value, onChange }: { value: number; onChange: (points: number) => void }) {
  const { pointName } = usePortal().program;
  return <InlineNumber label="Points" name="points" value={value} suffix={pointName} onChange={onChange} />;
}

type ShareOfRate = { rounding: Rounding; whole?: true | undefined };

function Share({
  effect: { rounding, whole },
  onChange,
}: {
  effect: ShareOfRate;
  onChange: (share: ShareOfRate) => void;
}) {
  return (
    <InlineSelect
      label="Rounding"
      value={whole ? "whole" : rounding}
      options={SHARES}
      onChange={(share) =>
        onChange(
          share === "whole" ? { rounding: "floor", whole: true } : { rounding: share, whole: undefined },
        )
      }
    />
  );
}

function RoundingSelect({ value, onChange }: { value: Rounding; onChange: (rounding: Rounding) => void }) {
  return (
    <>
      <Words>rounded</Words>
      <InlineSelect label="Rounding" value={value} options={ROUNDINGS} onChange={onChange} />
    </>
  );
}

/** The most that the effect gives for one event. */
function UpTo({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (upTo: number | undefined) => void;
}) {
  const { pointName } = usePortal().program;
  if (value === undefined) return <AddDetail onClick={() => onChange(100)}>up to</AddDetail>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Words>up to</Words>
      <InlineNumber label="At most" name="upTo" value={value} suffix={pointName} onChange={onChange} />
      <IconButton
        size="sm"
        label="Remove the upper end"
        icon={<X />}
        className="in-disabled:hidden"
        onClick={() => onChange(undefined)}
      />
    </span>
  );
}
