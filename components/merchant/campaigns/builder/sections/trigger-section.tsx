"use client";

import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { InlineSelect, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { InlineCombobox } from "../inline-combobox";
import { Row } from "../row";
import { Section } from "../section";

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
  const { focusNext } = useFocusRequest();
  return (
    <Section id="when" title="When">
      <Row at="/trigger">
        <InlineSelect
          label="What sets the campaign off"
          value={trigger.event}
          options={EVENTS}
          onChange={(event) => {
            onChange(event === "custom" ? { event, name: "" } : { event });
            if (event === "custom") focusNext("/trigger/name");
          }}
        />
        {trigger.event === "custom" && (
          <>
            <Words>named</Words>
            <InlineCombobox
              label="Name of the event"
              name="name"
              subject="event"
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
