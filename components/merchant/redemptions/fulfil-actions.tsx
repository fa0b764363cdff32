"use client";

import { FormDialog, textOf } from "@/components/merchant/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/actions";
import type { FulfilmentInput, Progress } from "@/lib/redemptions/schema";

type Order = { program: string; redemptionId: string };
type Answer = Promise<ActionResult<unknown>>;

export type FulfilVerbs = {
  accept: (input: Order & { told: Progress }) => Answer;
  ship: (input: Order & { told: Progress }) => Answer;
  fulfil: (input: Order & { told: FulfilmentInput }) => Answer;
};

/** What brings a reserved redemption to its member. */
export function FulfilActions({
  order,
  isAccepted,
  isParcel,
  actions,
}: {
  order: Order;
  isAccepted: boolean;
  isParcel: boolean;
  actions: FulfilVerbs;
}) {
  return (
    <>
      {!isAccepted && (
        <FormDialog
          trigger={<Button>Take into work…</Button>}
          title="Take it into work"
          description="From now on the member cannot call it off, and its time begins anew."
          submitLabel="Take into work"
          submit={(form) => actions.accept({ ...order, told: filled(form, ["note"]) })}
          done={() => "Taken into work"}
        >
          {(errorOf) => <Note error={errorOf("/told/note")} />}
        </FormDialog>
      )}
      {isParcel && (
        <FormDialog
          trigger={<Button>Sent…</Button>}
          title="It is on its way"
          description="The member can follow it where you say how."
          submitLabel="Say so"
          submit={(form) =>
            actions.ship({
              ...order,
              told: { ...filled(form, ["note"]), tracking: filled(form, ["carrier", "number", "url"]) },
            })
          }
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
              <Note error={errorOf("/told/note")} />
            </>
          )}
        </FormDialog>
      )}
      <FormDialog
        trigger={<Button variant="primary">Fulfilled…</Button>}
        title="The member has it"
        description="The points that were set aside are spent."
        submitLabel="It is fulfilled"
        submit={(form) => actions.fulfil({ ...order, told: filled(form, ["code", "note"]) })}
        done={() => "Fulfilled"}
      >
        {(errorOf) => (
          <>
            {!isParcel && (
              <Field
                label="Code for the member"
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
