"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { LedgerPolicy, LedgerPolicyChange } from "@/lib/programs/schema";

export type ChangePolicy = (input: {
  program: string;
  policy: LedgerPolicyChange;
}) => Promise<ActionResult<LedgerPolicy>>;

type Failure = { message: string; byField: Map<string, string> };

/** The program's limits on what people do with points. A limit left empty does not limit. */
export function LedgerPolicyForm({
  policy,
  raised,
  change,
}: {
  policy: LedgerPolicy;
  /** What is said about thresholds that were raised and do not count yet; null: all count. */
  raised: string | null;
  change: ChangePolicy;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { adjustments, holds, transfers, pools, graceDays } = policy;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const number = (name: string) => (text(name) === "" ? Number.NaN : Number(text(name)));
    const limit = (name: string) => (text(name) === "" ? null : Number(text(name)));
    const next: LedgerPolicyChange = {
      adjustments: {
        approvalAbove: limit("/adjustments/approvalAbove"),
        dailyAbove: limit("/adjustments/dailyAbove"),
      },
      holds: {
        defaultMinutes: number("/holds/defaultMinutes"),
        longestMinutes: number("/holds/longestMinutes"),
      },
      transfers: {
        enabled: form.get("/transfers/enabled") === "on",
        smallest: number("/transfers/smallest"),
        largest: limit("/transfers/largest"),
        daily: limit("/transfers/daily"),
        monthly: limit("/transfers/monthly"),
      },
      pools: { enabled: form.get("/pools/enabled") === "on", members: number("/pools/members") },
      graceDays: number("/graceDays"),
    };
    start(async () => {
      const result = await change({ program: program.slug, policy: next });
      if (result.ok) {
        setFailure(null);
        toast.success("Limits saved");
        router.refresh();
        return;
      }
      const byField = new Map(
        result.error.fields?.map(({ pointer, detail }) => [pointer.replace(/^\/policy/, ""), detail]),
      );
      setFailure({ message: result.error.message, byField });
    });
  }

  const amount = (path: string, label: string, value: number | null, hint?: string) => (
    <Field label={label} hint={hint} error={failure?.byField.get(path)}>
      <Input name={path} inputMode="numeric" defaultValue={value ?? ""} autoComplete="off" />
    </Field>
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col">
      {failure && failure.byField.size === 0 && (
        <Notice tone="bad" className="mb-4">
          {failure.message}
        </Notice>
      )}
      <Group
        title="Adjustments"
        note="By hand and from files. A higher threshold counts from 24 hours after it is set; a lower one at once."
      >
        {raised && (
          <Notice tone="info" className="col-span-full">
            {raised}
          </Notice>
        )}
        {amount(
          "/adjustments/approvalAbove",
          "A second person above",
          adjustments.approvalAbove,
          "Points of one adjustment or file, and of one person’s for one member in 24 hours; empty: nobody is asked.",
        )}
        {amount(
          "/adjustments/dailyAbove",
          "And above in 24 hours",
          adjustments.dailyAbove,
          "Points of one person’s adjustments and files, given and taken, for all members; empty: nobody is asked.",
        )}
      </Group>
      <Group title="Holds" note="Points set aside while a redemption is under way.">
        {amount("/holds/defaultMinutes", "Usual length", holds.defaultMinutes, "Minutes")}
        {amount("/holds/longestMinutes", "At most", holds.longestMinutes, "Minutes")}
      </Group>
      <Group title="Transfers" note="From member to member.">
        <Checkbox
          name="/transfers/enabled"
          defaultChecked={transfers.enabled}
          label="Members can send points"
          className="col-span-full"
        />
        {amount("/transfers/smallest", "At least", transfers.smallest, "Points in one transfer")}
        {amount(
          "/transfers/largest",
          "At most",
          transfers.largest,
          "Points in one transfer; empty: no limit",
        )}
        {amount(
          "/transfers/daily",
          "A day",
          transfers.daily,
          "Points a member sends, by way of pools too; empty: no limit",
        )}
        {amount(
          "/transfers/monthly",
          "A month",
          transfers.monthly,
          "Points a member sends, by way of pools too; empty: no limit",
        )}
      </Group>
      <Group title="Pools" note="Points that a household or team shares.">
        <Checkbox
          name="/pools/enabled"
          defaultChecked={pools.enabled}
          label="Members can found pools"
          className="col-span-full"
        />
        {amount("/pools/members", "Members of one pool", pools.members, "At most")}
      </Group>
      <Group
        title="Points that come back"
        note="A cancelled redemption gives points back to where they were."
      >
        {amount("/graceDays", "Grace", graceDays, "Days they stay usable when they have expired meanwhile")}
      </Group>
      <div className="flex justify-end border-t pt-4">
        <Button variant="primary" type="submit" pending={pending}>
          Save limits
        </Button>
      </div>
    </form>
  );
}

function Group({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-x-8 gap-y-3 border-t py-4 first:border-t-0 first:pt-0 md:grid-cols-[14rem_minmax(0,1fr)]">
      <legend className="sr-only">{title}</legend>
      <div aria-hidden="true">
        <p className="font-medium">{title}</p>
        <p className="mt-0.5 text-pretty text-ink-3 text-xs">{note}</p>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">{children}</div>
    </fieldset>
  );
}
