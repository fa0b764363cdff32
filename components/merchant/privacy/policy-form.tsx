"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { type PrivacyPolicy, RETENTION_RULES, type RetentionRule } from "@/lib/privacy/schema";
import { goesInWords, RETENTION_WORDS } from "./retention-words";

type WithPolicy = { program: string; policy: PrivacyPolicy };
type Preview = Record<RetentionRule, number | null>;

/**
 * Days of grace and months of keeping. What would go today is counted before anything is saved; where a change lets
 * something go it is asked for once more, with the counts.
 */
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
  /** What is to be saved, with the rules that let something go by it. */
  const [asked, setAsked] = useState<{ draft: PrivacyPolicy; letsGo: RetentionRule[] } | null>(null);

  const inWords = (rule: RetentionRule, count: number) =>
    goesInWords(rule, count, formatNumber(count, program.locale));

  /** Counts what would go today. @returns null where that could not be found out, which is said */
  async function count(draft: PrivacyPolicy): Promise<Preview | null> {
    const result = await preview({ program: program.slug, policy: draft });
    if (result.ok) setCounts(result.data);
    else setFailure(result.error.message);
    return result.ok ? result.data : null;
  }

  async function saveNow(draft: PrivacyPolicy) {
    const result = await save({ program: program.slug, policy: draft });
    if (!result.ok) return setFailure(result.error.message);
    toast.success("Saved");
    setCounts(null);
    router.refresh();
  }

  async function submit(form: HTMLFormElement, what: "save" | "preview") {
    const draft = policyIn(new FormData(form));
    setPending(what);
    setFailure(null);
    try {
      const found = await count(draft);
      if (found === null || what === "preview") return;
      const letsGo = RETENTION_RULES.filter(
        (rule) => (found[rule] ?? 0) > 0 && draft.retention[rule] !== policy.retention[rule],
      );
      if (letsGo.length > 0) setAsked({ draft, letsGo });
      else await saveNow(draft);
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
          <Field label={`${RETENTION_WORDS[rule].label}, months`} hint={RETENTION_WORDS[rule].hint} optional>
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
            <p
              className={classNames(
                "self-center text-sm",
                counts[rule] === 0 ? "text-ink-2" : "text-warn-ink",
              )}
              role="status"
            >
              Today: {counts[rule] === 0 ? "nothing" : inWords(rule, counts[rule])}
            </p>
          )}
        </div>
      ))}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Let this go?"
        description="It begins within a quarter of an hour, and goes on day by day. What has gone cannot be brought back."
        confirmLabel="Save and let go"
        confirmVariant="danger"
        onConfirm={async () => {
          if (asked !== null) await saveNow(asked.draft);
        }}
      >
        <ul className="my-3 list-disc ps-5 text-base">
          {asked?.letsGo.map((rule) => (
            <li key={rule}>
              {inWords(rule, counts?.[rule] ?? 0)}
              {rule === "inactiveMembers" && graceInWords(asked.draft.graceDays)}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
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

function graceInWords(days: number): string {
  if (days === 0) return " at once";
  return days === 1 ? " after a day of grace" : ` after ${days} days of grace`;
}

function policyIn(form: FormData): PrivacyPolicy {
  const months = (rule: RetentionRule) => {
    const typed = String(form.get(rule) ?? "").trim();
    return typed === "" ? null : Number(typed);
  };
  const retention = Object.fromEntries(RETENTION_RULES.map((rule) => [rule, months(rule)]));
  return { graceDays: Number(form.get("graceDays")), retention: retention as PrivacyPolicy["retention"] };
}
