"use client";

import Link from "next/link";
import { usePortal } from "@/components/merchant/portal-context";
import { Field, FieldSet } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { FULFILMENTS_OF, type Fulfilment } from "@/lib/rewards/schema";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { CountField, MoneyField, useProblem } from "./fields";

/** How a reward is supplied: the same fields for the program's people and for a company that proposes one. */

type Props = { edited: Editable; change: (change: Partial<Editable>) => void };

/** Who brings it to the member, where its kind leaves a choice. */
export function FulfilmentField({
  edited: { kind, fulfilment },
  change,
  words,
  closed = {},
}: Props & {
  words: Record<Fulfilment, { label: string; text: string }>;
  /** Ways that cannot be chosen now, each with what is to be done first. */
  closed?: Partial<Record<Fulfilment, string>>;
}) {
  const problem = useProblem("/fulfilment");
  const ways = FULFILMENTS_OF[kind];
  if (ways.length < 2) return null;
  return (
    <FieldSet legend="Who brings it" error={problem}>
      {ways.map((way) => (
        <Radio
          key={way}
          name="fulfilment"
          label={words[way].label}
          hint={closed[way] ?? words[way].text}
          disabled={closed[way] !== undefined && fulfilment !== way}
          checked={fulfilment === way}
          onChange={() => change({ fulfilment: way })}
        />
      ))}
    </FieldSet>
  );
}

/** Where the codes come from. */
export function PoolField({
  edited,
  change,
  pools,
  poolsPath,
}: Props & {
  pools: Choices["pools"];
  /** The page on which pools are made and filled. */
  poolsPath: string;
}) {
  const { locale } = usePortal().program;
  const problem = useProblem("/poolId");
  const fitting = pools.filter(({ partnerId }) => partnerId === null || partnerId === edited.partnerId);
  return (
    <Field
      label="Code pool"
      required
      error={problem}
      hint={
        <Link href={poolsPath} className="underline underline-offset-2">
          Make a pool, or fill one
        </Link>
      }
    >
      <Select
        value={edited.poolId ?? ""}
        onChange={({ target }) => change({ poolId: target.value === "" ? null : target.value })}
      >
        <option value="">Choose a pool</option>
        {fitting.map(({ id, name, free }) => (
          <option key={id} value={id}>
            {name} ({formatNumber(free, locale)} left)
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What it is worth in money: taken off the bill, or donated. */
export function ValueField({ edited: { kind, valueMinor }, change }: Props) {
  const isDonation = kind === "donation";
  return (
    <MoneyField
      label={isDonation ? "What is donated" : "Off the bill"}
      pointer="/valueMinor"
      optional={isDonation}
      value={valueMinor}
      onChange={(value) => change({ valueMinor: value === 0 ? null : value })}
    />
  );
}

/** How long a code is good. */
export function ValidDaysField({ edited: { validDays }, change }: Props) {
  return (
    <CountField
      label="Good for"
      pointer="/validDays"
      optional
      unit="days"
      placeholder="No end"
      hint="The day it is handed out is not counted."
      value={validDays}
      onChange={(days) => change({ validDays: days === 0 ? null : days })}
    />
  );
}

/** How long an order may take. */
export function WaitField({
  edited: { holdMinutes },
  change,
  label,
  placeholder,
}: Props & { label: string; placeholder: string }) {
  return (
    <CountField
      label={label}
      pointer="/holdMinutes"
      optional
      unit="hours"
      placeholder={placeholder}
      hint="An order that is not done by then gives the points back."
      value={holdMinutes === null ? null : Math.ceil(holdMinutes / 60)}
      onChange={(hours) => change({ holdMinutes: hours === null || hours === 0 ? null : hours * 60 })}
    />
  );
}

/** How many there are, and when that becomes too few. */
export function StockFields({
  edited: { kind, stock, lowAt },
  change,
  lowLabel,
  lowHint,
}: Props & { lowLabel: string; lowHint: string }) {
  return (
    <>
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
        value={stock}
        onChange={(left) => change({ stock: left })}
      />
      <CountField
        label={lowLabel}
        pointer="/lowAt"
        optional
        placeholder="Never"
        hint={lowHint}
        value={lowAt}
        onChange={(low) => change({ lowAt: low })}
      />
    </>
  );
}
