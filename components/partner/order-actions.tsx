"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { FulfilmentInput, Progress } from "@/lib/redemptions/schema";

type Order = { program: string; redemptionId: string };
type Answer = Promise<ActionResult<unknown>>;

export type OrderVerbs = {
  accept: (input: Order) => Answer;
  ship: (input: Order & { told: Progress }) => Answer;
  fulfil: (input: Order & { told: FulfilmentInput }) => Answer;
  fail: (input: Order & { reason: string }) => Answer;
};

/** What a partner can do about an order that waits. */
export function OrderActions({
  program,
  id,
  isAccepted,
  isSent,
  actions,
}: {
  program: string;
  id: string;
  isAccepted: boolean;
  /** Whether there is an address that it goes to. */
  isSent: boolean;
  actions: OrderVerbs;
}) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const order = { program, redemptionId: id };

  function take() {
    start(async () => {
      const result = await actions.accept(order);
      if (!result.ok) {
        toast.failure("Not taken", result.error.message);
        return;
      }
      toast.success("Taken into work");
      router.refresh();
    });
  }

  return (
    <>
      <FormDialog
        trigger={<Button variant="ghost">Cannot fulfil…</Button>}
        title="It cannot be fulfilled"
        description="The points go back to the member, who reads why."
        submitLabel="Give it back"
        submit={(form) => actions.fail({ ...order, reason: textOf(form, "reason") })}
        done={() => "The order is closed"}
      >
        {(errorOf) => (
          <Field label="Why" required error={errorOf("/reason")}>
            <Textarea name="reason" maxLength={200} rows={3} />
          </Field>
        )}
      </FormDialog>
      {!isAccepted && (
        <Button onClick={take} pending={pending}>
          Take it into work
        </Button>
      )}
      {isSent && (
        <FormDialog
          trigger={<Button>Sent…</Button>}
          title="It is on its way"
          description="The member can follow it where you say how."
          submitLabel="Say so"
          submit={(form) => actions.ship({ ...order, told: { tracking: trackingOf(form) } })}
          done={() => "The member knows that it is on its way"}
        >
          {(errorOf) => (
            <>
              <Field label="Carrier" error={errorOf("/told/tracking/carrier")}>
                <Input name="carrier" maxLength={60} autoComplete="off" />
              </Field>
              <Field label="Tracking number" error={errorOf("/told/tracking/number")}>
                <Input name="number" maxLength={80} autoComplete="off" className="font-mono" />
              </Field>
              <Field label="Link to follow it" error={errorOf("/told/tracking/url")}>
                <Input name="url" type="url" maxLength={500} autoComplete="off" placeholder="https://" />
              </Field>
            </>
          )}
        </FormDialog>
      )}
      <FormDialog
        trigger={<Button variant="primary">Fulfilled…</Button>}
        title="The member has it"
        description="The points are spent for good, and the order goes on your statement."
        submitLabel="It is fulfilled"
        submit={(form) => actions.fulfil({ ...order, told: fulfilmentOf(form) })}
        done={() => "Fulfilled"}
      >
        {(errorOf) => (
          <>
            <Field label="Your number for it" error={errorOf("/told/partnerReference")}>
              <Input name="partnerReference" maxLength={128} autoComplete="off" />
            </Field>
            {!isSent && (
              <Field
                label="Code for the member"
                hint="If it comes with one: the member finds it among the vouchers."
                error={errorOf("/told/code")}
              >
                <Input name="code" maxLength={64} autoComplete="off" className="font-mono" />
              </Field>
            )}
            <Field label="A word for the member" error={errorOf("/told/note")}>
              <Textarea name="note" maxLength={200} rows={2} />
            </Field>
          </>
        )}
      </FormDialog>
    </>
  );
}

/** The fields that were filled in. */
function filled<Name extends string>(form: FormData, names: readonly Name[]): Partial<Record<Name, string>> {
  const entries = names.map((name) => [name, textOf(form, name)] as const).filter(([, text]) => text !== "");
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

const trackingOf = (form: FormData) => filled(form, ["carrier", "number", "url"]);
const fulfilmentOf = (form: FormData) => filled(form, ["partnerReference", "code", "note"]);
