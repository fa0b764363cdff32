"use client";

import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../../portal-context";
import { AddButton, InlineNumber, Words } from "../controls";
import { useFocusRequest } from "../focus";
import { InlineCombobox } from "../inline-combobox";
import { useList } from "../look-ups";
import { Row } from "../row";
import { AsUsual, Section } from "../section";

type Funding = CampaignDefinition["funding"];

/** Who pays for what the campaign gives. */
export function FundingSection({
  funding,
  onChange,
}: {
  funding: Funding;
  onChange: (funding: Funding) => void;
}) {
  const { program } = usePortal();
  const sponsors = useList("sponsor");
  const { focusNext } = useFocusRequest();
  return (
    <Section id="paid" title="Paid by">
      {funding === undefined ? (
        <>
          <AsUsual>{program.name}, all of it.</AsUsual>
          <div>
            <AddButton
              at="/funding/add"
              onClick={() => {
                onChange({ sponsor: sponsors[0]?.value ?? "", percent: 100 });
                focusNext("/funding/sponsor");
              }}
            >
              Sponsor
            </AddButton>
          </div>
        </>
      ) : (
        <>
          <Row at="/funding">
            <InlineCombobox
              label="Sponsor"
              name="sponsor"
              subject="sponsor"
              placeholder="sponsor"
              value={funding.sponsor}
              onChange={(sponsor) => onChange({ ...funding, sponsor })}
            />
            <Words>pays</Words>
            <InlineNumber
              label="Share in percent"
              name="percent"
              value={funding.percent}
              suffix="%"
              onChange={(percent) => onChange({ ...funding, percent })}
            />
            <Words>of the cost</Words>
          </Row>
          <div>
            <button
              type="button"
              className="px-2 font-medium text-base text-ink-2 underline-offset-2 in-disabled:hidden hover:text-ink hover:underline"
              onClick={() => {
                onChange(undefined);
                focusNext("/funding/add");
              }}
            >
              {program.name} pays all of it
            </button>
          </div>
        </>
      )}
    </Section>
  );
}
