"use client";

import { type FormEvent, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { formatMoney } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/actions";
import type { ReferralPolicy } from "@/lib/referrals/schema";

type Figure = Exclude<keyof ReferralPolicy, "enabled">;

/** What bringing somebody along is worth, in figures and as the sentence that they mean. */
export function ReferralPolicyForm({
  policy: saved,
  canChange,
  save,
}: {
  policy: ReferralPolicy;
  canChange: boolean;
  save: (input: { program: string; policy: ReferralPolicy }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const { pending, failure, save: run } = useSaving();
  const [policy, setPolicy] = useState(saved);
  const minorUnits =
    10 **
    (new Intl.NumberFormat("en", { style: "currency", currency: program.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2);

  function submit(event: FormEvent) {
    event.preventDefault();
    run(() => save({ program: program.slug, policy }));
  }

  const figure = (name: Figure, label: string, hint: string, unit?: string) => {
    const scale = name === "minimumMinor" ? minorUnits : 1;
    const value = policy[name];
    return (
      <Field label={label} hint={hint} error={failure?.byField.get(name)}>
        <Input
          type="number"
          min={0}
          step={name === "minimumMinor" ? 1 / minorUnits : 1}
          defaultValue={value === null ? "" : value / scale}
          disabled={!canChange}
          trailing={unit}
          onChange={(event) => {
            const typed = event.currentTarget.valueAsNumber;
            const isNone = Number.isNaN(typed);
            const next = isNone ? (name === "monthlyLimit" ? null : 0) : Math.round(typed * scale);
            setPolicy((before) => ({ ...before, [name]: next }));
          }}
        />
      </Field>
    );
  };

  return (
    <Panel title="Reward">
      <form onSubmit={submit} className="flex flex-col gap-5">
        <Checkbox
          label="Members are rewarded for bringing others along"
          hint="While it is on, the wallet shows each member a link and a QR code."
          checked={policy.enabled}
          disabled={!canChange}
          onChange={(event) => setPolicy({ ...policy, enabled: event.currentTarget.checked })}
        />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {figure(
            "referrerPoints",
            `${capital(program.pointName)} for the member`,
            "Who brought somebody along.",
          )}
          {figure(
            "refereePoints",
            `${capital(program.pointName)} for the new one`,
            "Who joined by the link.",
          )}
          {figure(
            "minimumMinor",
            "First purchase of at least",
            "Less what came back of it.",
            program.currency,
          )}
          {figure("monthlyLimit", "Rewards a month", "For one member; empty: any number.")}
          {figure("qualifyDays", "Days to buy", "From joining, for the purchase to count.")}
          {figure(
            "waitDays",
            "Days to wait",
            "For returns of that purchase; 0: at once. Later returns take the reward back.",
          )}
        </div>
        <p className="max-w-3xl text-pretty text-ink-2">{sentenceOf(policy, program)}</p>
        {canChange && (
          <div>
            <Button type="submit" variant="primary" pending={pending}>
              Save
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}

function sentenceOf(
  policy: ReferralPolicy,
  { pointName, locale, currency }: { pointName: string; locale: string; currency: string },
): string {
  const { enabled, referrerPoints, refereePoints, minimumMinor, monthlyLimit, qualifyDays, waitDays } =
    policy;
  if (!enabled) return "Nobody is rewarded for bringing others along.";
  const least = minimumMinor === 0 ? "" : ` of at least ${formatMoney(minimumMinor, currency, locale)}`;
  const wait = waitDays === 0 ? "at once" : `${waitDays} days later, if it has not come back`;
  const limit = monthlyLimit === null ? "" : `, at most ${monthlyLimit} times a month`;
  return (
    `Who brings somebody along gets ${referrerPoints} ${pointName}${limit}, and the new member ${refereePoints}, ` +
    `when the new member makes a first purchase${least} within ${qualifyDays} days: ${wait}.`
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
