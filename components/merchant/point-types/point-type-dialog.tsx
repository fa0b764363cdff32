"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { lifeInWords, type PointTypeDto, type PointTypeInput, RETURN_WORDS } from "@/lib/programs/schema";
import { ExpiryChoice, PendingChoice, ReturnChoice } from "./policy-choices";

export type PointTypeActions = {
  create: (input: { program: string; pointType: PointTypeInput }) => Promise<ActionResult<{ code: string }>>;
  change: (input: {
    program: string;
    code: string;
    change: Partial<
      Pick<PointTypeDto, "name" | "expiry" | "pending" | "returnPolicy" | "valuePerThousandMinor">
    >;
  }) => Promise<ActionResult<{ code: string }>>;
};

type Policies = Pick<PointTypeDto, "expiry" | "pending" | "returnPolicy">;
type Failure = { message: string; byField: Map<string, string> };

const NEW: Policies = { expiry: { kind: "none" }, pending: { kind: "immediate" }, returnPolicy: "debt" };

/** Makes or edits a point type; says in plain words what the choices mean for points that are earned today. */
export function PointTypeDialog({
  pointType,
  today,
  trigger,
  actions,
}: {
  /** Null: a new one. */
  pointType: PointTypeDto | null;
  /** The program's day. */
  today: string;
  trigger: ReactNode;
  actions: PointTypeActions;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [policies, setPolicies] = useState<Policies>(pointType ?? NEW);
  const set = (part: Partial<Policies>) => setPolicies({ ...policies, ...part });
  const errorOf = (path: string) => failure?.byField.get(path);

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
    setPolicies(pointType ?? NEW);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "");
    const { expiry, pending, returnPolicy } = policies;
    const valuePerThousandMinor = Number(String(form.get("value") ?? "").trim() || Number.NaN);
    const chosen = { name, expiry, pending, returnPolicy, valuePerThousandMinor };
    start(async () => {
      const result =
        pointType === null
          ? await actions.create({
              program: program.slug,
              pointType: {
                ...chosen,
                code: String(form.get("code") ?? ""),
                spendable: form.get("spendable") === "on",
              },
            })
          : await actions.change({ program: program.slug, code: pointType.code, change: chosen });
      if (!result.ok) {
        const byField = new Map(
          result.error.fields?.map(({ pointer, detail }) => [
            pointer.replace(/^\/(pointType|change)/, ""),
            detail,
          ]),
        );
        setFailure({ message: result.error.message, byField });
        return;
      }
      change(false);
      toast.success("Saved");
      router.refresh();
    });
  }

  const policyErrors = [...(failure?.byField ?? [])].filter(
    ([path]) => !/^\/(name|code|valuePerThousandMinor)$/.test(path),
  );
  return (
    <Dialog
      shape="wide"
      open={open}
      onOpenChange={change}
      trigger={trigger}
      title={pointType === null ? "New point type" : `Point type “${pointType.name}”`}
      description={
        pointType === null
          ? "Campaigns, adjustments and files can give it from then on."
          : "Changes hold for points that are earned from now on. Points that members have keep the days that they have."
      }
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {pointType === null ? "Add point type" : "Save"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" required error={errorOf("/name")} hint="As members read it: 1,204 points">
            <Input name="name" defaultValue={pointType?.name ?? ""} maxLength={40} autoComplete="off" />
          </Field>
          {pointType === null && (
            <Field label="Code" required error={errorOf("/code")} hint="Its name in files and in the API">
              <Input name="code" maxLength={40} autoComplete="off" className="font-mono" />
            </Field>
          )}
        </div>
        <Field
          label="Cost of a thousand"
          error={errorOf("/valuePerThousandMinor")}
          hint={`In the smallest unit of ${program.currency}: 1000 is one such unit a point. Costs and budgets are reckoned by it.`}
        >
          <Input
            name="value"
            inputMode="numeric"
            defaultValue={pointType?.valuePerThousandMinor ?? 1_000}
            autoComplete="off"
          />
        </Field>
        {pointType === null && (
          <Checkbox
            name="spendable"
            label="Members can spend them"
            hint="Otherwise they only qualify, for tiers and the like."
          />
        )}
        <div className="flex flex-col divide-y rounded-md border">
          <Line>
            <PendingChoice
              value={policies.pending}
              today={today}
              onChange={(pending) => pending && set({ pending })}
            />
          </Line>
          <Line>
            <ExpiryChoice value={policies.expiry} onChange={(expiry) => expiry && set({ expiry })} />
          </Line>
          <Line>
            <ReturnChoice
              value={policies.returnPolicy}
              onChange={(returnPolicy) => returnPolicy && set({ returnPolicy })}
            />
          </Line>
        </div>
        {policyErrors.map(([path, detail]) => (
          <p key={path} className="text-bad-ink text-sm">
            {detail}
          </p>
        ))}
        <div aria-live="polite" className="rounded-md bg-sunken px-3.5 py-3 text-pretty">
          <p>{lifeInWords(policies, today, program.locale)}</p>
          <p className="mt-1.5 text-ink-2 text-sm">{RETURN_WORDS[policies.returnPolicy]}</p>
        </div>
      </form>
    </Dialog>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-3 py-2.5">{children}</div>;
}
