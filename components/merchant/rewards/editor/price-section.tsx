"use client";

import { Plus, Trash2 } from "lucide-react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { RewardPrice } from "@/lib/rewards/schema";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { CountField, MoneyField, Section, useProblem } from "./fields";

/** What it costs: for everybody, and for tiers that pay something else. */
export function PriceSection({
  edited: { prices, costMinor },
  change,
  choices: { tiers },
}: {
  edited: Editable;
  change: (change: Partial<Editable>) => void;
  choices: Choices;
}) {
  const set = (place: number, price: Partial<RewardPrice>) =>
    change({ prices: prices.map((each, index) => (index === place ? { ...each, ...price } : each)) });
  const free = [null, ...tiers.map(({ code }) => code)].find(
    (tier) => !prices.some((price) => price.tier === tier),
  );
  const problem = useProblem("/prices");
  return (
    <Section id="prices" title="What it costs" note="In points, or in points and money that the member pays.">
      {prices.map((price, place) => (
        <PriceRow
          // biome-ignore lint/suspicious/noArrayIndexKey: prices have no identity but their place
          key={place}
          place={place}
          price={price}
          tiers={tiers}
          others={prices.length > 1}
          onChange={(next) => set(place, next)}
          onRemove={() => change({ prices: prices.filter((_, index) => index !== place) })}
        />
      ))}
      {prices.length === 0 && problem && <p className="text-bad-ink text-sm">{problem}</p>}
      {free !== undefined && (
        <div>
          <Button
            size="sm"
            onClick={() =>
              change({
                prices: [...prices, { tier: free, points: prices[0]?.points ?? 100, amountMinor: 0 }],
              })
            }
          >
            <Plus aria-hidden="true" />
            {prices.length === 0 ? "Add a price" : "Add a price for a tier"}
          </Button>
        </div>
      )}
      <MoneyField
        label="What it costs you"
        pointer="/costMinor"
        optional
        className="max-w-56"
        hint="What you owe the partner for each, or what it costs you to make."
        value={costMinor === 0 ? null : costMinor}
        onChange={(value) => change({ costMinor: value ?? 0 })}
      />
    </Section>
  );
}

function PriceRow({
  place,
  price,
  tiers,
  others,
  onChange,
  onRemove,
}: {
  place: number;
  price: RewardPrice;
  tiers: Choices["tiers"];
  /** Whether there are other prices. */
  others: boolean;
  onChange: (price: Partial<RewardPrice>) => void;
  onRemove: () => void;
}) {
  const { pointName } = usePortal().program;
  const tierProblem = useProblem(`/prices/${place}/tier`);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <Field label="For" error={tierProblem} className="max-sm:col-span-3">
        <Select
          value={price.tier ?? ""}
          onChange={({ target }) => onChange({ tier: target.value === "" ? null : target.value })}
        >
          <option value="">{others ? "Everybody else" : "Everybody"}</option>
          {tiers.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <CountField
        label="Points"
        pointer={`/prices/${place}/points`}
        unit={pointName}
        value={price.points}
        onChange={(points) => onChange({ points: points ?? 0 })}
      />
      <MoneyField
        label="And money"
        pointer={`/prices/${place}/amountMinor`}
        placeholder="None"
        value={price.amountMinor === 0 ? null : price.amountMinor}
        onChange={(amountMinor) => onChange({ amountMinor: amountMinor ?? 0 })}
      />
      <IconButton
        label="Remove this price"
        icon={<Trash2 aria-hidden="true" />}
        className="mt-6.5"
        onClick={onRemove}
      />
    </div>
  );
}
