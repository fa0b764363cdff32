"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { type AloneStanding, aloneBefore, MAX_REASON } from "@/lib/adjustments/schema";
import type { Adjust } from "./adjustment-actions";
import { approvalInWords } from "./approval-words";
import { EffectOnBalance } from "./effect-on-balance";

/** A point type with what the member has of it. */
export type AdjustableType = { code: string; name: string; available: number };

type Failure = { message: string; byField: Map<string, string> };

/** Gives points to a member or takes some; above the threshold it asks for a second person. */
export function AdjustDialog({
  memberId,
  name,
  pointTypes,
  debt,
  alone,
  adjust,
}: {
  /** TypeID */
  memberId: string;
  name: string;
  /** The spendable one first. */
  pointTypes: AdjustableType[];
  /** What the member owes of spendable points. */
  debt: number;
  /** What the viewer may do without a second person. */
  alone: AloneStanding;
  adjust: Adjust;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [direction, setDirection] = useState<"give" | "take">("give");
  const [amount, setAmount] = useState("");
  const [code, setCode] = useState(pointTypes[0]?.code ?? "");

  const chosen = pointTypes.find((type) => type.code === code);
  const count = /^\d{1,10}$/.test(amount) ? Number(amount) : 0;
  const points = direction === "give" ? count : -count;
  const before = aloneBefore(alone, points);
  const needsApproval = before !== null;
  const isSpendable = code === pointTypes[0]?.code;

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
    setAmount("");
    setDirection("give");
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "").trim();
    start(async () => {
      const result = await adjust({
        program: program.slug,
        memberId,
        adjustment: {
          points,
          reason: text("reason"),
          ...(isSpendable ? {} : { pointType: code }),
          ...(text("note") === "" ? {} : { note: text("note") }),
          ...(text("expiresOn") === "" ? {} : { expiresOn: text("expiresOn") }),
        },
      });
      if (!result.ok) {
        const byField = new Map(
          result.error.fields?.map(({ pointer, detail }) => [pointer.replace("/adjustment", ""), detail]),
        );
        setFailure({ message: result.error.message, byField });
        return;
      }
      change(false);
      toast.success(result.data.state === "pending" ? "Waits for a second person" : "Posted");
      router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button>Adjust points…</Button>}
      title="Adjust points"
      description={`${name} sees the reason in their activity.`}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={pending}>
          {needsApproval ? "Ask for approval" : direction === "give" ? "Give points" : "Take points"}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && failure.byField.size === 0 && <Notice tone="bad">{failure.message}</Notice>}
        <div className="flex flex-wrap items-end gap-3">
          <Segmented
            label="Direction"
            value={direction}
            onChange={setDirection}
            options={[
              { value: "give", label: "Give" },
              { value: "take", label: "Take" },
            ]}
          />
          <Field label="Points" required error={failure?.byField.get("/points")} className="min-w-32 flex-1">
            <Input
              inputMode="numeric"
              autoComplete="off"
              value={amount}
              onChange={({ target }) => setAmount(target.value.replace(/\D/g, ""))}
            />
          </Field>
          {pointTypes.length > 1 && (
            <Field label="Point type" className="min-w-36 flex-1">
              <Select value={code} onChange={({ target }) => setCode(target.value)}>
                {pointTypes.map((type) => (
                  <option key={type.code} value={type.code}>
                    {type.name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
        {chosen && count > 0 && (
          <p className="rounded-md bg-sunken px-3.5 py-2.5 text-ink-2">
            <EffectOnBalance
              balance={chosen.available}
              debt={isSpendable ? debt : 0}
              points={points}
              locale={program.locale}
            />
          </p>
        )}
        {before !== null && (
          <Notice tone="info">{approvalInWords(before, { count, alone, locale: program.locale })}</Notice>
        )}
        <Field label="Reason" required error={failure?.byField.get("/reason")}>
          <Input name="reason" maxLength={MAX_REASON} autoComplete="off" />
        </Field>
        {direction === "give" && (
          <Field
            label="Last day of use"
            optional
            hint="Left empty, they expire as the point type has it."
            error={failure?.byField.get("/expiresOn")}
          >
            <Input name="expiresOn" type="date" />
          </Field>
        )}
        <Field label="Note for colleagues" optional error={failure?.byField.get("/note")}>
          <Textarea name="note" rows={2} />
        </Field>
      </form>
    </Dialog>
  );
}
