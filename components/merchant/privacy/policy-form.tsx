"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { type PrivacyPolicy, RETENTION_RULES, type RetentionRule } from "@/lib/privacy/schema";

type WithPolicy = { program: string; policy: PrivacyPolicy };
type Preview = Record<RetentionRule, number | null>;

const RULES: Record<RetentionRule, { label: string; hint: string; concerned: (count: string) => string }> = {
  inactiveMembers: {
    label: "Inactive members",
    hint: "Members who neither did anything nor signed in for so long are erased, after the days of grace.",
    concerned: (count) => `${count} members would be erased`,
  },
  eventDetails: {
    label: "Details of events",
    hint: "Attributes, codes, devices and names of items leave events. Amounts stay, and what campaigns count by.",
    concerned: (count) => `${count} events would lose their details`,
  },
  messages: {
    label: "Messages",
    hint: "Messages in members’ wallets.",
    concerned: (count) => `${count} messages would be deleted`,
  },
  mails: {
    label: "E-mails",
    hint: "E-mails that were sent.",
    concerned: (count) => `${count} e-mails would be deleted`,
  },
  auditDetails: {
    label: "Details of the audit log",
    hint: "Who did what and when stays for good.",
    concerned: (count) => `${count} rows would lose their details`,
  },
};

/** Days of grace and months of keeping; what would go today is counted before anything is saved. */
export function PolicyForm({
  policy,
  save,
  preview,
}: {
  policy: PrivacyPolicy;
  save: (input: WithPolicy) => Promise<ActionResult<unknown>>;
  preview: (input: WithPolicy) => Promise<ActionResult<Preview>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState<"save" | "preview" | null>(null);
  const [counts, setCounts] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(form: HTMLFormElement, what: "save" | "preview") {
    const input = { program: program.slug, policy: policyIn(new FormData(form)) };
    setPending(what);
    setFailure(null);
    try {
      if (what === "preview") {
        const result = await preview(input);
        if (result.ok) setCounts(result.data);
        else setFailure(result.error.message);
        return;
      }
      const result = await save(input);
      if (!result.ok) return setFailure(result.error.message);
      toast.success("Saved");
      router.refresh();
    } catch {
      setFailure("There is no connection. Nothing was saved.");
    } finally {
      setPending(null);
    }
  }

  return (
    <form
      className="flex flex-col gap-5"
      onChange={() => setCounts(null)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget, "save");
      }}
    >
      {failure && <Notice tone="bad">{failure}</Notice>}
      <Field
        label="Days of grace"
        hint="Between a member’s wish to be erased and its execution. Signing in takes it back; 0 erases at once."
      >
        <Input
          name="graceDays"
          type="number"
          min={0}
          max={60}
          required
          defaultValue={policy.graceDays}
          className="max-w-28"
        />
      </Field>
      {RETENTION_RULES.map((rule) => (
        <div key={rule} className="grid gap-x-4 gap-y-1 border-t pt-4 sm:grid-cols-[1fr_10rem]">
          <Field label={`${RULES[rule].label}, months`} hint={RULES[rule].hint} optional>
            <Input
              name={rule}
              type="number"
              min={1}
              max={240}
              placeholder="Kept for good"
              defaultValue={policy.retention[rule] ?? ""}
              className="max-w-40"
            />
          </Field>
          {counts !== null && counts[rule] !== null && (
            <p className="self-center text-sm text-warn-ink" role="status">
              {RULES[rule].concerned(formatNumber(counts[rule], program.locale))} today
            </p>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending === "save"}>
          Save
        </Button>
        <Button
          pending={pending === "preview"}
          onClick={(event) => {
            const { form } = event.currentTarget;
            if (form?.reportValidity()) void submit(form, "preview");
          }}
        >
          Count what would go
        </Button>
      </div>
    </form>
  );
}

function policyIn(form: FormData): PrivacyPolicy {
  const months = (rule: RetentionRule) => {
    const typed = String(form.get(rule) ?? "").trim();
    return typed === "" ? null : Number(typed);
  };
  const retention = Object.fromEntries(RETENTION_RULES.map((rule) => [rule, months(rule)]));
  return { graceDays: Number(form.get("graceDays")), retention: retention as PrivacyPolicy["retention"] };
}
