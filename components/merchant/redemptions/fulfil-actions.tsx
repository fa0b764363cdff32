"use client";

import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions";
import type { FulfilmentInput, Progress, RedemptionStage } from "@/lib/redemptions/schema";

type Order = { program: string; redemptionId: string };
type Answer = Promise<ActionResult<unknown>>;

export type FulfilVerbs = {
  accept: (input: Order & { told: Progress }) => Answer;
  ship: (input: Order & { told: Progress }) => Answer;
  fulfil: (input: Order & { told: FulfilmentInput }) => Answer;
  /** Those who deliver for the program can also say that they cannot; the program calls off instead. */
  fail?: (input: Order & { reason: string }) => Answer;
};

/** What brings a reserved redemption to its member, or gives it back: for the program's people and a partner's. */
export function FulfilActions({
  order,
  stage,
  isParcel,
  actions: { accept, ship, fulfil, fail },
}: {
  order: Order;
  /** How far it is. */
  stage: RedemptionStage;
  /** Whether it is sent somewhere, and not handed out as a code. */
  isParcel: boolean;
  actions: FulfilVerbs;
}) {
  return (
    <>
      {fail !== undefined && (
        <FormDialog
          trigger={<Button variant="ghost">Cannot fulfil…</Button>}
          title="It cannot be fulfilled"
          description="The points go back to the member, who reads why."
          submitLabel="Give it back"
          submit={(form) => fail({ ...order, reason: textOf(form, "reason") })}
          done={() => "The order is closed"}
        >
          {(errorOf) => (
            <Field label="Why" required error={errorOf("/reason")}>
              <Textarea name="reason" maxLength={200} rows={3} />
            </Field>
          )}
        </FormDialog>
      )}
      {stage === "reserved" && (
        <FormDialog
          trigger={<Button>Take into work…</Button>}
          title="Take it into work"
          description="From now on the member cannot call it off, and its time begins anew."
          submitLabel="Take into work"
          submit={(form) => accept({ ...order, told: filled(form, ["note"]) })}
          done={() => "Taken into work"}
        >
          {(errorOf) => <Note error={errorOf("/told/note")} />}
        </FormDialog>
      )}
      {isParcel && stage !== "shipped" && (
        <FormDialog
          trigger={<Button>Mark as sent…</Button>}
          title="It is on its way"
          description="The member can follow it where you say how."
          submitLabel="Mark as sent"
          submit={(form) =>
            ship({ ...order, told: { ...filled(form, ["note"]), tracking: trackingOf(form) } })
          }
          done={() => "The member knows that it is on its way"}
        >
          {(errorOf) => (
            <>
              <Field label="Carrier" optional error={errorOf("/told/tracking/carrier")}>
                <Input name="carrier" maxLength={60} autoComplete="off" />
              </Field>
              <Field label="Tracking number" optional error={errorOf("/told/tracking/number")}>
                <Input name="number" maxLength={80} autoComplete="off" className="font-mono" />
              </Field>
              <Field label="Link to follow it" optional error={errorOf("/told/tracking/url")}>
                <Input name="url" type="url" maxLength={500} autoComplete="off" placeholder="https://" />
              </Field>
              <Note error={errorOf("/told/note")} />
            </>
          )}
        </FormDialog>
      )}
      <FormDialog
        trigger={<Button variant="primary">Mark as fulfilled…</Button>}
        title="The member has it"
        description={
          fail === undefined
            ? "The points that were set aside are spent."
            : "The points are spent for good, and the order goes on your statement."
        }
        submitLabel="It is fulfilled"
        submit={(form) => fulfil({ ...order, told: filled(form, ["partnerReference", "code", "note"]) })}
        done={() => "Fulfilled"}
      >
        {(errorOf) => (
          <>
            {fail !== undefined && (
              <Field label="Your number for it" optional error={errorOf("/told/partnerReference")}>
                <Input name="partnerReference" maxLength={128} autoComplete="off" />
              </Field>
            )}
            {!isParcel && (
              <Field
                label="Code for the member"
                optional
                hint="If it comes with one: the member finds it among the vouchers."
                error={errorOf("/told/code")}
              >
                <Input name="code" maxLength={64} autoComplete="off" className="font-mono" />
              </Field>
            )}
            <Note error={errorOf("/told/note")} />
          </>
        )}
      </FormDialog>
    </>
  );
}

function Note({ error }: { error: string | undefined }) {
  return (
    <Field label="A word for the member" optional error={error}>
      <Textarea name="note" maxLength={200} rows={2} />
    </Field>
  );
}

/** The fields that were filled in. */
function filled<Name extends string>(form: FormData, names: readonly Name[]): Partial<Record<Name, string>> {
  const entries = names.map((name) => [name, textOf(form, name)] as const).filter(([, text]) => text !== "");
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

const trackingOf = (form: FormData) => filled(form, ["carrier", "number", "url"]);
