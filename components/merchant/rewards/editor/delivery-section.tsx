"use client";

import Link from "next/link";
import { usePortal } from "@/components/merchant/portal-context";
import { Field, FieldSet } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Radio } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { FULFILMENTS_OF } from "@/lib/rewards/schema";
import { FULFILMENT_WORDS } from "../reward-words";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { CountField, MoneyField, Section, useProblem } from "./fields";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void; choices: Choices };

/** How the reward reaches the member: who brings it, where codes come from, how long they are good. */
export function DeliverySection({ edited, change, choices }: Props) {
  const { kind, fulfilment, partnerId } = edited;
  const ways = FULFILMENTS_OF[kind];
  const fulfilmentProblem = useProblem("/fulfilment");
  const partnerProblem = useProblem("/partnerId");
  return (
    <Section id="delivery" title="How members get it">
      {ways.length > 1 && (
        <FieldSet legend="Who brings it" error={fulfilmentProblem}>
          {ways.map((way) => (
            <Radio
              key={way}
              name="fulfilment"
              label={FULFILMENT_WORDS[way].label}
              hint={FULFILMENT_WORDS[way].text}
              checked={fulfilment === way}
              onChange={() => change({ fulfilment: way })}
            />
          ))}
        </FieldSet>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Partner" optional error={partnerProblem} hint="Who supplies it and is paid for it.">
          <Select
            value={partnerId ?? ""}
            onChange={({ target }) => change({ partnerId: target.value === "" ? null : target.value })}
          >
            <option value="">You yourself</option>
            {choices.partners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {kind === "pool_voucher" && <PoolField edited={edited} change={change} choices={choices} />}
        {(kind === "cash_discount" || kind === "donation") && (
          <MoneyField
            label={kind === "donation" ? "What is donated" : "Off the bill"}
            pointer="/valueMinor"
            optional={kind === "donation"}
            value={edited.valueMinor}
            onChange={(valueMinor) => change({ valueMinor: valueMinor === 0 ? null : valueMinor })}
          />
        )}
        {(kind === "generated_voucher" || kind === "cash_discount") && (
          <PatternField edited={edited} change={change} />
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
        {fulfilment === "code" && <StoresField edited={edited} change={change} />}
        {(fulfilment === "manual" || fulfilment === "partner_api") && (
          <CountField
            label="May wait for"
            pointer="/holdMinutes"
            optional
            unit="hours"
            placeholder="As holds do"
            hint="An order that is not done by then gives the points back."
            value={edited.holdMinutes === null ? null : Math.ceil(edited.holdMinutes / 60)}
            onChange={(hours) => change({ holdMinutes: hours === null || hours === 0 ? null : hours * 60 })}
          />
        )}
      </div>
    </Section>
  );
}

function PoolField({ edited, change, choices }: Props) {
  const { program } = usePortal();
  const problem = useProblem("/poolId");
  const fitting = choices.pools.filter(
    ({ partnerId }) => partnerId === null || partnerId === edited.partnerId,
  );
  return (
    <Field
      label="Code pool"
      required
      error={problem}
      hint={
        <Link href={`/p/${program.slug}/rewards/code-pools`} className="underline underline-offset-2">
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
            {name} ({formatNumber(free, program.locale)} left)
          </option>
        ))}
      </Select>
    </Field>
  );
}

function PatternField({ edited, change }: Omit<Props, "choices">) {
  const problem = useProblem("/codePattern");
  return (
    <Field
      label="Codes look like"
      optional
      error={problem}
      hint="At least 13 of # for what is drawn, one * for the check character; the rest stands for itself."
    >
      <Input
        value={edited.codePattern ?? ""}
        placeholder="BEAN-#####-####-####-*"
        className="font-mono"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) =>
          change({ codePattern: target.value.trim() === "" ? null : target.value.toUpperCase() })
        }
      />
    </Field>
  );
}

function StoresField({ edited, change }: Omit<Props, "choices">) {
  const problem = useProblem("/stores");
  return (
    <Field
      label="Taken in"
      optional
      error={problem}
      hint="Codes of stores, separated by commas; all where it is empty."
    >
      <Input
        defaultValue={edited.stores.join(", ")}
        placeholder="All stores"
        autoComplete="off"
        onChange={({ target }) =>
          change({
            stores: target.value
              .split(",")
              .map((store) => store.trim())
              .filter((store) => store !== ""),
          })
        }
      />
    </Field>
  );
}
