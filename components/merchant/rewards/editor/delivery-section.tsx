"use client";

import { usePortal } from "@/components/merchant/portal-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FULFILMENT_WORDS } from "../reward-words";
import type { Choices } from "./choices";
import type { Editable } from "./editable";
import { Section, useProblem } from "./fields";
import { FulfilmentField, PoolField, ValidDaysField, ValueField, WaitField } from "./supply-fields";

type Props = { edited: Editable; change: (change: Partial<Editable>) => void; choices: Choices };

/** How the reward reaches the member: who brings it, where codes come from, how long they are good. */
export function DeliverySection({ edited, change, choices }: Props) {
  const { kind, fulfilment, partnerId } = edited;
  const { program } = usePortal();
  const partnerProblem = useProblem("/partnerId");
  return (
    <Section id="delivery" title="How members get it">
      <FulfilmentField edited={edited} change={change} words={FULFILMENT_WORDS} />
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
        {kind === "pool_voucher" && (
          <PoolField
            edited={edited}
            change={change}
            pools={choices.pools}
            poolsPath={`/p/${program.slug}/rewards/code-pools`}
          />
        )}
        {(kind === "cash_discount" || kind === "donation") && <ValueField edited={edited} change={change} />}
        {(kind === "generated_voucher" || kind === "cash_discount") && (
          <PatternField edited={edited} change={change} />
        )}
        {fulfilment === "code" && <ValidDaysField edited={edited} change={change} />}
        {fulfilment === "code" && <StoresField edited={edited} change={change} />}
        {(fulfilment === "manual" || fulfilment === "partner_api") && (
          <WaitField edited={edited} change={change} label="May wait for" placeholder="As holds do" />
        )}
      </div>
    </Section>
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
