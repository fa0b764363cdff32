"use client";

import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { InlineSelect, InlineText, Words } from "./controls";
import { Row } from "./row";
import { Section } from "./section";

type Trigger = CampaignDefinition["trigger"];

const EVENTS = [
  { value: "purchase", label: "A purchase" },
  { value: "custom", label: "Another event" },
] as const;

/** What sets the campaign off. */
export function TriggerSection({
  trigger,
  onChange,
}: {
  trigger: Trigger;
  onChange: (trigger: Trigger) => void;
}) {
  const { program } = usePortal();
  return (
    <Section id="when" title="When">
      <Row at="/trigger">
        <InlineSelect
          label="What sets the campaign off"
          value={trigger.event}
          options={EVENTS}
          onChange={(event) => onChange(event === "custom" ? { event, name: "" } : { event })}
        />
        {trigger.event === "custom" && (
          <>
            <Words>named</Words>
            <InlineText
              label="Name of the event"
              placeholder="checkin"
              value={trigger.name}
              onChange={(name) => onChange({ event: "custom", name })}
            />
          </>
        )}
        <Words>is recorded</Words>
        <span className="text-ink-3 text-sm">{program.timeZone}</span>
      </Row>
    </Section>
  );
}
