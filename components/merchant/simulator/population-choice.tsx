"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SEGMENTS, TIER } from "@/lib/campaigns/schema";
import type { OrderDraft } from "./order";

type Named = readonly { value: string; label: string }[];

const ALL = "all";
const BY_ATTRIBUTE = "attribute";

/** Whose events are gone through: all members', those of a segment or a tier, or of members with an attribute. */
export function PopulationChoice({
  draft: { attribute, value },
  change,
  segments,
  tiers,
}: {
  draft: Pick<OrderDraft, "attribute" | "value">;
  change: (changes: Partial<OrderDraft>) => void;
  segments: Named;
  tiers: Named;
}) {
  const [chosen, setChosen] = useState(ALL);
  function choose(next: string) {
    setChosen(next);
    const [kind = "", code = ""] = next.split(/:(.*)/s);
    const isNamed = kind === SEGMENTS || kind === TIER;
    change({ attribute: isNamed ? kind : "", value: isNamed ? code : "" });
  }
  return (
    <>
      <Field label="Members">
        <Select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value={ALL}>All members</option>
          <Options label="Only a segment" kind={SEGMENTS} named={segments} />
          <Options label="Only a tier" kind={TIER} named={tiers} />
          <option value={BY_ATTRIBUTE}>Only those with an attribute…</option>
        </Select>
      </Field>
      {chosen === BY_ATTRIBUTE && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Whose" hint="The name of an attribute, or tags.">
            <Input
              value={attribute}
              placeholder="city"
              onChange={(event) => change({ attribute: event.target.value })}
            />
          </Field>
          <Field label="is">
            <Input
              value={value}
              placeholder="Berlin"
              disabled={attribute.trim() === ""}
              onChange={(event) => change({ value: event.target.value })}
            />
          </Field>
        </div>
      )}
    </>
  );
}

function Options({ label, kind, named }: { label: string; kind: string; named: Named }) {
  if (named.length === 0) return null;
  return (
    <optgroup label={label}>
      {named.map(({ value, label: name }) => (
        <option key={value} value={`${kind}:${value}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
