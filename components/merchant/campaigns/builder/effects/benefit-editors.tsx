"use client";

import { AddDetail, InlineMoney, InlineNumber, InlineSelect, InlineText, Words } from "../controls";
import { InlineCombobox } from "../inline-combobox";
import { useControl } from "../place";
import type { EffectEditorProps } from "./editor-props";

const CHANGES = [
  { value: "add", label: "put on" },
  { value: "remove", label: "take off" },
] as const;
const MOVES = [
  { value: "add", label: "put into" },
  { value: "remove", label: "take out of" },
] as const;

/** Something that members use later, such as a free coffee. */
export function VoucherEditor({ effect, onChange }: EffectEditorProps<"voucher">) {
  return (
    <>
      <InlineText
        label="Name of the voucher"
        name="name"
        placeholder="Free coffee"
        maxLength={80}
        value={effect.name}
        onChange={(name) => onChange({ ...effect, name })}
      />
      {effect.validDays === undefined ? (
        <AddDetail onClick={() => onChange({ ...effect, validDays: 30 })}>days of use</AddDetail>
      ) : (
        <>
          <Words>usable for</Words>
          <InlineNumber
            label="Days of use"
            name="validDays"
            value={effect.validDays}
            suffix={effect.validDays === 1 ? "day" : "days"}
            // An empty field is without end.
            onChange={(days) => onChange({ ...effect, validDays: days === 0 ? undefined : days })}
          />
        </>
      )}
      <Words>which costs</Words>
      <InlineMoney
        label="Cost when it is used"
        name="costMinor"
        value={effect.costMinor}
        onChange={(costMinor) => onChange({ ...effect, costMinor })}
      />
      <Words>when used</Words>
    </>
  );
}

/** Something to be proud of. */
export function BadgeEditor({ effect, onChange }: EffectEditorProps<"badge">) {
  return (
    <InlineCombobox
      label="Name of the badge"
      name="badge"
      subject={undefined}
      placeholder="Coffee lover"
      value={effect.badge}
      onChange={(badge) => onChange({ ...effect, badge })}
    />
  );
}

/** A step towards the goal of a challenge. */
export function ProgressEditor({ effect, onChange }: EffectEditorProps<"progress">) {
  return (
    <>
      <Words>by</Words>
      <InlineNumber label="By" name="by" value={effect.by} onChange={(by) => onChange({ ...effect, by })} />
      <Words>in</Words>
      <InlineCombobox
        label="Name of the challenge"
        name="challenge"
        subject={undefined}
        placeholder="Ten breakfasts"
        value={effect.challenge}
        onChange={(challenge) => onChange({ ...effect, challenge })}
      />
      <Words>which is complete at</Words>
      <InlineNumber
        label="Goal"
        name="goal"
        value={effect.goal}
        onChange={(goal) => onChange({ ...effect, goal })}
      />
    </>
  );
}

/** Lifts the member into a tier. */
export function TierEditor({ effect, onChange }: EffectEditorProps<"tier">) {
  return (
    <InlineCombobox
      label="Tier"
      name="tier"
      subject="tier"
      placeholder="gold"
      value={effect.tier}
      onChange={(tier) => onChange({ ...effect, tier })}
    />
  );
}

/** Labels the member, or takes a label off. */
export function TagEditor({ effect, onChange }: EffectEditorProps<"tag">) {
  return (
    <>
      <InlineSelect
        label="On or off"
        value={effect.action}
        options={CHANGES}
        onChange={(action) => onChange({ ...effect, action })}
      />
      <InlineCombobox
        label="Tag"
        name="tag"
        subject="tag"
        placeholder="early bird"
        value={effect.tag}
        onChange={(tag) => onChange({ ...effect, tag })}
      />
    </>
  );
}

/** Puts the member into a segment, or takes them out. */
export function SegmentEditor({ effect, onChange }: EffectEditorProps<"segment">) {
  return (
    <>
      <InlineSelect
        label="In or out"
        value={effect.action}
        options={MOVES}
        onChange={(action) => onChange({ ...effect, action })}
      />
      <InlineCombobox
        label="Segment"
        name="segment"
        subject="segment"
        placeholder="coffee-fans"
        value={effect.segment}
        onChange={(segment) => onChange({ ...effect, segment })}
      />
    </>
  );
}

/** A message to the member. */
export function NotifyEditor({ effect, onChange }: EffectEditorProps<"notify">) {
  const control = useControl("body");
  return (
    <>
      <InlineText
        label="Title of the message"
        name="title"
        placeholder="Title"
        maxLength={80}
        value={effect.title}
        onChange={(title) => onChange({ ...effect, title })}
      />
      <textarea
        {...control}
        aria-label="Text of the message"
        placeholder="What members read"
        rows={2}
        maxLength={500}
        value={effect.body}
        onChange={(event) => onChange({ ...effect, body: event.target.value })}
        className="field-sizing-content min-h-14 w-full rounded-sm border border-transparent bg-accent-soft px-2 py-1 text-accent-ink text-base placeholder:text-accent-ink/80 aria-invalid:border-bad"
      />
    </>
  );
}

/** A call to another system. */
export function WebhookEditor({ effect, onChange }: EffectEditorProps<"webhook">) {
  return (
    <>
      <Words>to</Words>
      <InlineText
        type="url"
        label="Address"
        name="url"
        placeholder="https://example.com/hook"
        value={effect.url}
        onChange={(url) => onChange({ ...effect, url })}
      />
      <Words>about</Words>
      <InlineText
        label="Topic"
        name="topic"
        placeholder="coffee-monday"
        maxLength={60}
        value={effect.topic}
        onChange={(topic) => onChange({ ...effect, topic })}
      />
    </>
  );
}
