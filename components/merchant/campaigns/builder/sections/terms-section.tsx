"use client";

import { ExpiryChoice, PendingChoice, ReturnChoice } from "@/components/merchant/point-types/policy-choices";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { localDay } from "@/lib/core/calendar";
import { usePortal } from "../../../portal-context";
import { AddButton, InlineSelect, Words } from "../controls";
import { Row } from "../row";
import { AsUsual, Section } from "../section";

type Terms = NonNullable<CampaignDefinition["terms"]>;

/** What becomes of the points that the campaign gives, where that is not as their point type has it. */
export function TermsSection({
  definition,
  onChange,
}: {
  definition: CampaignDefinition;
  onChange: (definition: CampaignDefinition) => void;
}) {
  const { pointTypes, timeZone } = usePortal().program;
  const { terms, ...rest } = definition;
  const set = (part: { [Key in keyof Terms]: Terms[Key] | undefined }) =>
    onChange({ ...rest, terms: withoutGaps({ ...terms, ...part }) });
  if (terms === undefined) {
    return (
      <Section id="terms" title="Terms">
        <AsUsual>As the point type has them.</AsUsual>
        <div>
          <AddButton onClick={() => onChange({ ...rest, terms: {} })}>Own terms</AddButton>
        </div>
      </Section>
    );
  }
  const types = pointTypes.map(({ code, name }) => ({ value: code, label: name }));
  const chosen = terms.pointType ?? pointTypes[0]?.code ?? "";
  const isKnown = types.some(({ value }) => value === chosen);
  return (
    <Section id="terms" title="Terms">
      {(pointTypes.length > 1 || !isKnown) && (
        <Row at="/terms/pointType">
          <Words>It gives</Words>
          <InlineSelect
            label="Point type"
            name=""
            tone="accent"
            value={chosen}
            options={
              isKnown ? types : [{ value: chosen, label: `“${chosen}”, which is not there` }, ...types]
            }
            onChange={(code) => set({ pointType: code === pointTypes[0]?.code ? undefined : code })}
          />
        </Row>
      )}
      <Row at="/terms/pending">
        <PendingChoice
          mayInherit
          value={terms.pending}
          today={localDay(new Date(), timeZone)}
          onChange={(pending) => set({ pending })}
        />
      </Row>
      <Row at="/terms/expiry">
        <ExpiryChoice
          mayInherit
          maySlide={false}
          value={terms.expiry}
          onChange={(expiry) => set({ expiry })}
        />
      </Row>
      <Row at="/terms/returns">
        <ReturnChoice mayInherit value={terms.returns} onChange={(returns) => set({ returns })} />
      </Row>
      <div>
        <button
          type="button"
          className="px-2 font-medium text-base text-ink-2 underline-offset-2 in-disabled:hidden hover:text-ink hover:underline"
          onClick={() => onChange(rest)}
        >
          All as the point type has it
        </button>
      </div>
    </Section>
  );
}

/** A term that is left to the point type is absent, not undefined: drafts are compared and stored as JSON. */
function withoutGaps(terms: { [Key in keyof Terms]: Terms[Key] | undefined }): Terms {
  return Object.fromEntries(Object.entries(terms).filter(([, term]) => term !== undefined));
}
