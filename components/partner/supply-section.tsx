"use client";

import { usePortal } from "@/components/merchant/portal-context";
import type { Choices } from "@/components/merchant/rewards/editor/choices";
import type { Editable } from "@/components/merchant/rewards/editor/editable";
import { MoneyField, Section } from "@/components/merchant/rewards/editor/fields";
import { ScheduleSection } from "@/components/merchant/rewards/editor/schedule-section";
import {
  FulfilmentField,
  PoolField,
  StockFields,
  ValidDaysField,
  ValueField,
  WaitField,
} from "@/components/merchant/rewards/editor/supply-fields";
import { SUPPLIER_FULFILMENTS } from "./proposal-words";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void; choices: Choices };

const NO_SYSTEM = { partner_api: "Say under Company where it takes orders first." };

/** How a company supplies a reward: who brings it, what there is of it, what it is owed, and when. */
export function SupplySection({
  edited,
  change,
  choices,
  takesOrders,
}: Props & {
  /** Whether the company's own system takes orders. */
  takesOrders: boolean;
}) {
  const { program } = usePortal();
  const { kind, fulfilment } = edited;
  const own = { edited, change };
  return (
    <>
      <Section id="supply" title="How members get it">
        <FulfilmentField {...own} words={SUPPLIER_FULFILMENTS} {...(!takesOrders && { closed: NO_SYSTEM })} />
        <div className="grid gap-4 sm:grid-cols-2">
          {kind === "pool_voucher" && (
            <PoolField {...own} pools={choices.pools} poolsPath={`/partner/${program.slug}/code-pools`} />
          )}
          {kind === "donation" && <ValueField {...own} />}
          {fulfilment === "code" && <ValidDaysField {...own} />}
          {(fulfilment === "manual" || fulfilment === "partner_api") && (
            <WaitField {...own} label="You need at most" placeholder="As usual" />
          )}
          <MoneyField
            label="You are owed for each"
            pointer="/costMinor"
            optional
            placeholder="Nothing"
            value={edited.costMinor === 0 ? null : edited.costMinor}
            onChange={(costMinor) => change({ costMinor: costMinor ?? 0 })}
          />
        </div>
      </Section>
      <Section id="stock" title="How many there are">
        <div className="grid gap-4 sm:grid-cols-2">
          <StockFields
            {...own}
            lowLabel="Tell us at"
            lowHint="You and the program are told when no more are left than this."
          />
        </div>
      </Section>
      <ScheduleSection {...own} />
    </>
  );
}
