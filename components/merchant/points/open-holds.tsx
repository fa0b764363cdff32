"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldSet } from "@/components/ui/field";
import { formatNumber, formatTime } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { Radio } from "@/components/ui/radio";
import { RelativeTime } from "@/components/ui/relative-time";
import { useToast } from "@/components/ui/toast";
import type { HoldDto } from "@/lib/wallet/schema";
import type { HoldActions } from "./point-actions";
import { PointsInput } from "./points-input";
import { useDialogForm } from "./use-dialog-form";

/** An open hold; `id` is its TypeID. */
export type OpenHold = Pick<HoldDto, "reason" | "reference" | "points" | "remaining" | "expiresAt"> & {
  id: string;
};

/** Points that are set aside, what for and how long still. */
export function OpenHolds({
  holds,
  hasMore,
  actions,
}: {
  holds: OpenHold[];
  /** Whether there are more than are shown. */
  hasMore: boolean;
  /** Null where the reader may only look. */
  actions: HoldActions | null;
}) {
  const { program } = usePortal();
  if (holds.length === 0) return null;
  const write = (points: number) => formatNumber(points, program.locale);
  return (
    <Panel title="Set aside" className="mt-4" flush>
      <ul className="divide-y border-t">
        {holds.map((hold) => (
          <li key={hold.id} className="flex flex-wrap items-center gap-x-6 gap-y-2.5 px-4.5 py-3">
            <div className="min-w-0 flex-1 basis-52">
              <p className="text-pretty font-medium">{hold.reason}</p>
              <p className="text-ink-3 text-xs">
                {hold.reference && <>{hold.reference} · </>}
                until {formatTime(hold.expiresAt, "short", program)} (
                <RelativeTime at={hold.expiresAt} formats={program} />)
              </p>
            </div>
            <p className="tabular-nums">
              {write(hold.remaining)} {program.pointName}
              {hold.remaining < hold.points && (
                <span className="text-ink-3 text-xs"> of {write(hold.points)}</span>
              )}
            </p>
            {actions && (
              <div className="flex gap-2">
                <ReleaseButton hold={hold} release={actions.release} />
                <CaptureDialog hold={hold} capture={actions.capture} />
              </div>
            )}
          </li>
        ))}
        {hasMore && <li className="px-4.5 py-3 text-ink-3 text-sm">More are open; these are the newest.</li>}
      </ul>
    </Panel>
  );
}

function ReleaseButton({ hold, release }: { hold: OpenHold; release: HoldActions["release"] }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const points = `${formatNumber(hold.remaining, program.locale)} ${program.pointName}`;

  async function confirm() {
    const result = await release({ program: program.slug, holdId: hold.id });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`${points} released`);
    router.refresh();
  }

  return (
    <ConfirmDialog
      trigger={<Button size="sm">Release</Button>}
      title={`Release ${points}?`}
      description={`The member can spend them again. What they were set aside for: ${hold.reason}.`}
      confirmLabel="Release"
      onConfirm={confirm}
    />
  );
}

function CaptureDialog({ hold, capture }: { hold: OpenHold; capture: HoldActions["capture"] }) {
  const { program } = usePortal();
  const form = useDialogForm("capture");
  const formId = useId();
  const [amount, setAmount] = useState(String(hold.remaining));
  const [rest, setRest] = useState<"release" | "keep">("release");
  const points = Number(amount);
  const left = hold.remaining - points;
  const write = (value: number) => formatNumber(value, program.locale);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    form.run(
      (key) =>
        capture({
          program: program.slug,
          holdId: hold.id,
          key,
          capture: { points, final: rest === "release" },
        }),
      ({ remaining }) => (remaining > 0 ? `Spent; ${write(remaining)} are still set aside` : "Points spent"),
    );
  }

  return (
    <Dialog
      open={form.open}
      onOpenChange={(next) => {
        form.change(next);
        setAmount(String(hold.remaining));
        setRest("release");
      }}
      trigger={
        <Button size="sm" variant="primary">
          Spend…
        </Button>
      }
      title={`Spend what is set aside for ${hold.reason}`}
      footer={
        <Button variant="primary" type="submit" form={formId} pending={form.pending}>
          Spend {points > 0 ? write(points) : ""} {program.pointName}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {form.message && <Notice tone="bad">{form.message}</Notice>}
        <Field
          label={`How many of ${write(hold.remaining)}`}
          required
          error={
            form.errorOf("/points") ?? (left < 0 ? `Only ${write(hold.remaining)} are set aside.` : undefined)
          }
        >
          <PointsInput value={amount} onChange={setAmount} />
        </Field>
        {left > 0 && points > 0 && (
          <FieldSet legend={`The other ${write(left)}`}>
            <Radio
              name="rest"
              label="Give back to the member"
              checked={rest === "release"}
              onChange={() => setRest("release")}
            />
            <Radio
              name="rest"
              label="Keep set aside"
              checked={rest === "keep"}
              onChange={() => setRest("keep")}
            />
          </FieldSet>
        )}
      </form>
    </Dialog>
  );
}
