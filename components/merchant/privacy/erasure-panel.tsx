"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber, formatTime } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import type { ErasureDto, ErasurePreview, ErasureWait } from "@/lib/privacy/schema";

type Member = { program: string; id: string };
type Formats = { locale: string; timeZone: string };

/** How far an erasure of the member is, and the way to ask for one after showing what it takes along. */
export function ErasurePanel({
  program,
  id,
  name,
  pointName,
  formats,
  erasure,
  preview,
  actions,
}: {
  program: string;
  /** TypeID */
  id: string;
  name: string;
  pointName: string;
  formats: Formats;
  erasure: ErasureDto | null;
  preview: ErasurePreview;
  /** Null: only to look at. */
  actions: {
    erase: (input: Member & { atOnce: boolean }) => Promise<ActionResult<unknown>>;
    keep: (input: Member) => Promise<ActionResult<unknown>>;
  } | null;
}) {
  const router = useRouter();
  const toast = useToast();
  const [atOnce, setAtOnce] = useState(false);
  const isOpen = erasure !== null && erasure.state !== "withdrawn";

  async function done(result: ActionResult<unknown>, said: string) {
    if (!result.ok) throw new Error(result.error.message);
    toast.success(said);
    router.refresh();
  }

  return (
    <section aria-label="Erasure" className="flex flex-wrap items-center justify-between gap-3 px-4.5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="text-md">Erasure</h2>
        <p className="mt-1 max-w-3xl text-pretty text-base text-ink-2">
          {isOpen
            ? stateInWords(erasure, pointName, formats)
            : "Erasing removes everything that tells who this member is from every record. The numbers of the ledger stay."}
        </p>
      </div>
      {actions !== null && erasure?.state === "waiting" && (
        <ConfirmDialog
          trigger={<Button>Keep the member</Button>}
          title={`Keep ${name}?`}
          description="The erasure is called off. The member can sign in as before."
          confirmLabel="Keep the member"
          onConfirm={async () => done(await actions.keep({ program, id }), "The erasure is called off")}
        />
      )}
      {actions !== null && !isOpen && (
        <ConfirmDialog
          trigger={<Button variant="danger">Erase</Button>}
          title={`Erase ${name}?`}
          description="Points are forfeited through the ledger, vouchers are withdrawn, pools are settled, and nothing is left by which anybody could tell who this was. It cannot be undone once it is carried out."
          confirmLabel="Erase the member"
          confirmVariant="danger"
          onConfirm={async () =>
            done(await actions.erase({ program, id, atOnce }), "The member will be erased")
          }
        >
          <ul className="mb-3 flex list-disc flex-col gap-1 ps-5 text-base">
            {lostInWords(preview, pointName, formats.locale).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {preview.graceDays > 0 && (
            <Checkbox
              label={`At once, without the ${preview.graceDays} days in which the member could come back`}
              checked={atOnce}
              onChange={(event) => setAtOnce(event.currentTarget.checked)}
            />
          )}
        </ConfirmDialog>
      )}
    </section>
  );
}

const WAITS: Record<ErasureWait, string> = {
  events: "Purchases of theirs still have to be posted.",
  file: "A file that names them is still being worked on.",
  order: "Somebody is at work on an order of theirs, which comes to its end first.",
};

function stateInWords(
  { state, dueAt, finishedAt, waitsFor, pointsForfeited }: ErasureDto,
  pointName: string,
  formats: Formats,
): string {
  if (state === "waiting") {
    return `This member will be erased on ${formatTime(dueAt, "dateTime", formats)}. Signing in before then keeps the membership.`;
  }
  if (state === "closing") {
    return waitsFor === null
      ? `This member is being erased: pools, holds and ${pointName} are being settled.`
      : `This member is being erased and signed out for good. ${WAITS[waitsFor]} Then it goes on by itself.`;
  }
  const when = finishedAt === null ? "" : ` on ${formatTime(finishedAt, "dateTime", formats)}`;
  return `This member was erased${when}; ${formatNumber(pointsForfeited, formats.locale)} ${pointName} were forfeited.`;
}

function lostInWords(
  { available, pending, owed, vouchers, ownPools, otherPools }: ErasurePreview,
  pointName: string,
  locale: string,
): string[] {
  const number = (value: number) => formatNumber(value, locale);
  return [
    `${number(available)} ${pointName} are forfeited${pending > 0 ? `, and ${number(pending)} that are pending` : ""}.`,
    owed > 0 ? `A debt of ${number(owed)} ${pointName} is written off.` : "",
    vouchers > 0 ? `Vouchers that can no longer be used: ${number(vouchers)}.` : "",
    ownPools > 0 ? `Pools that are dissolved, everybody with their share: ${number(ownPools)}.` : "",
    otherPools > 0 ? `Pools that the member leaves: ${number(otherPools)}.` : "",
  ].filter((line) => line !== "");
}
