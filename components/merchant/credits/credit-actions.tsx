"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { approvalInWords } from "@/components/merchant/adjustments/approval-words";
import { DecideDialog } from "@/components/merchant/adjustments/decide-dialog";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatNumber } from "@/components/ui/format";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { type AloneStanding, aloneBefore } from "@/lib/adjustments/schema";
import type { CreditJobDto } from "@/lib/credits/schema";

type Act = (input: { program: string; jobId: string }) => Promise<ActionResult<CreditJobDto>>;
type Decide = (input: {
  program: string;
  jobId: string;
  note?: string;
}) => Promise<ActionResult<CreditJobDto>>;
export type CreditActionSet = { confirm: Act; approve: Decide; cancel: Decide; resume: Act };

/** What the viewer can do about a file of credits in its state, the main thing last. */
export function CreditActions({
  job,
  viewer,
  alone,
  actions,
}: {
  job: CreditJobDto;
  viewer: { ref: string; mayApprove: boolean };
  /** What the viewer may do without a second person. */
  alone: AloneStanding;
  actions: CreditActionSet;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const { id: jobId, state } = job;
  const input = { program: program.slug, jobId };
  const number = (value: number) => formatNumber(value, program.locale);
  const pointName = program.pointTypes.length === 1 ? program.pointName : "points";
  const gives = `${number(job.points)} ${pointName} to ${number(job.members)} ${job.members === 1 ? "member" : "members"}`;
  const before = aloneBefore(alone, job.points);
  const needsApproval = before !== null;
  const asked = [job.uploadedBy.ref, job.confirmedBy?.ref].includes(viewer.ref);

  async function settle(result: Promise<ActionResult<CreditJobDto>>) {
    const answer = await result;
    if (!answer.ok) throw new Error(answer.error.message);
    router.refresh();
  }

  const cancel = (
    <ConfirmDialog
      trigger={<Button variant="ghost">Drop the file</Button>}
      title="Drop this file?"
      description="Nobody gets points from it. The report of refused lines stays."
      confirmLabel="Drop the file"
      confirmVariant="danger"
      cancelLabel="Keep"
      onConfirm={() => settle(actions.cancel(input))}
    />
  );

  switch (state) {
    case "checking":
      return cancel;
    case "ready":
      return (
        <>
          {cancel}
          {job.credits > 0 && (
            <ConfirmDialog
              trigger={<Button variant="primary">Confirm…</Button>}
              title={`Give ${gives}?`}
              description={
                before !== null
                  ? approvalInWords(before, { count: job.points, alone, locale: program.locale })
                  : "Points are posted at once and cannot be dropped any more; taking them back is an adjustment for each member."
              }
              confirmLabel={needsApproval ? "Ask for approval" : "Give the points"}
              onConfirm={() => settle(actions.confirm(input))}
            />
          )}
        </>
      );
    case "waiting":
      if (asked || !viewer.mayApprove) return cancel;
      return (
        <>
          <DecideDialog
            verdict="reject"
            title={`Reject ${gives}?`}
            decide={(note) => actions.cancel({ ...note, jobId })}
          >
            <p className="text-ink-2">The file is dropped; nobody gets points from it.</p>
          </DecideDialog>
          <DecideDialog
            verdict="approve"
            title={`Give ${gives}?`}
            decide={(note) => actions.approve({ ...note, jobId })}
          >
            <p className="text-ink-2">Points are posted at once and cannot be dropped any more.</p>
          </DecideDialog>
        </>
      );
    case "failed":
      return (
        <>
          {job.posted === 0 && cancel}
          <Button
            variant="primary"
            pending={pending}
            onClick={() =>
              start(() =>
                settle(actions.resume(input)).catch((error: unknown) =>
                  toast.failure(error instanceof Error ? error.message : "That did not work."),
                ),
              )
            }
          >
            <RotateCw aria-hidden="true" />
            Resume
          </Button>
        </>
      );
    default:
      return null;
  }
}
