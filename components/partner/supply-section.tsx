"use client";

import Link from "next/link";
import { usePortal } from "@/components/merchant/portal-context";
import { Schedule } from "@/components/merchant/rewards/editor/availability-section";
import type { Choices } from "@/components/merchant/rewards/editor/choices";
import type { Editable } from "@/components/merchant/rewards/editor/editable";
import { CountField, MoneyField, Section, useProblem } from "@/components/merchant/rewards/editor/fields";
import { Field, FieldSet } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { FULFILMENTS_OF } from "@/lib/rewards/schema";
import { SUPPLIER_FULFILMENTS } from "./proposal-words";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void; choices: Choices };

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
  const { kind, fulfilment } = edited;
  const ways = FULFILMENTS_OF[kind];
  const fulfilmentProblem = useProblem("/fulfilment");
  const isOrdered = fulfilment === "manual" || fulfilment === "partner_api";
  return (
    <>
      <Section id="supply" title="How members get it">
        {ways.length > 1 && (
          <FieldSet legend="Who brings it" error={fulfilmentProblem}>
            {ways.map((way) => (
              <Radio
                key={way}
                name="fulfilment"
                label={SUPPLIER_FULFILMENTS[way].label}
                hint={
                  way === "partner_api" && !takesOrders
                    ? "Say under Company where it takes orders first."
                    : SUPPLIER_FULFILMENTS[way].text
                }
                disabled={way === "partner_api" && !takesOrders && fulfilment !== way}
                checked={fulfilment === way}
                onChange={() => change({ fulfilment: way })}
              />
            ))}
          </FieldSet>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          {kind === "pool_voucher" && <OwnPoolField edited={edited} change={change} choices={choices} />}
          {kind === "donation" && (
            <MoneyField
              label="What is donated"
              pointer="/valueMinor"
              optional
              value={edited.valueMinor}
              onChange={(valueMinor) => change({ valueMinor: valueMinor === 0 ? null : valueMinor })}
            />
          )}
          {fulfilment === "code" && (
            <CountField
              label="Good for"
              pointer="/validDays"
              optional
              unit="days"
              placeholder="No end"
              hint="The day it is handed out is not counted."
              value={edited.validDays}
              onChange={(validDays) => change({ validDays: validDays === 0 ? null : validDays })}
            />
          )}
          {isOrdered && (
            <CountField
              label="You need at most"
              pointer="/holdMinutes"
              optional
              unit="hours"
              placeholder="As usual"
              hint="An order that is not done by then gives the points back."
              value={edited.holdMinutes === null ? null : Math.ceil(edited.holdMinutes / 60)}
              onChange={(hours) => change({ holdMinutes: hours === null || hours === 0 ? null : hours * 60 })}
            />
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
          <CountField
            label="Left in stock"
            pointer="/stock"
            optional
            placeholder="Not counted"
            hint={
              kind === "pool_voucher"
                ? "Besides the codes in its pool, which are counted by themselves."
                : "Each order takes one; what comes back is put back."
            }
            value={edited.stock}
            onChange={(stock) => change({ stock })}
          />
          <CountField
            label="Tell us at"
            pointer="/lowAt"
            optional
            placeholder="Never"
            hint="You and the program are told when no more are left than this."
            value={edited.lowAt}
            onChange={(lowAt) => change({ lowAt })}
          />
        </div>
      </Section>
      <Schedule edited={edited} change={change} />
    </>
  );
}

function OwnPoolField({ edited, change, choices }: Props) {
  const { program } = usePortal();
  const problem = useProblem("/poolId");
  return (
    <Field
      label="Code pool"
      required
      error={problem}
      hint={
        <Link href={`/partner/${program.slug}/code-pools`} className="underline underline-offset-2">
          Make a pool, or fill one
        </Link>
      }
    >
      <Select
        value={edited.poolId ?? ""}
        onChange={({ target }) => change({ poolId: target.value === "" ? null : target.value })}
      >
        <option value="">Choose a pool</option>
        {choices.pools.map(({ id, name, free }) => (
          <option key={id} value={id}>
            {name} ({formatNumber(free, program.locale)} left)
          </option>
        ))}
      </Select>
    </Field>
  );
}
