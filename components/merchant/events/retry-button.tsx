"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

type Retry = (input: { program: string; eventIds: string[] }) => Promise<ActionResult<{ requeued: number }>>;
type RetryAll = (input: { program: string; all: true }) => Promise<ActionResult<{ requeued: number }>>;

const inWords = (requeued: number) =>
  requeued === 0
    ? "It is no longer a failed event."
    : `${requeued === 1 ? "The event is" : `${requeued} events are`} in the queue again.`;

/** Puts one failed event back into the queue. `eventId` is a TypeID. */
export function RetryButton({ program, eventId, retry }: { program: string; eventId: string; retry: Retry }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      className="relative"
      pending={pending}
      onClick={() =>
        start(async () => {
          const result = await retry({ program, eventIds: [eventId] });
          if (result.ok) toast.success("Retrying", inWords(result.data.requeued));
          else toast.failure("Not retried", result.error.message);
          router.refresh();
        })
      }
    >
      <RotateCw aria-hidden="true" />
      Retry
    </Button>
  );
}

/** Puts every failed event of the program back into the queue, after a question. */
export function RetryAllButton({ program, retryAll }: { program: string; retryAll: RetryAll }) {
  const router = useRouter();
  const toast = useToast();
  return (
    <ConfirmDialog
      trigger={
        <Button>
          <RotateCw aria-hidden="true" />
          Retry all
        </Button>
      }
      title="Retry all failed events?"
      description="They go back into the queue and are posted in their order, as if they had just come in. Those that still cannot be posted come back here with their error. Nothing is posted twice."
      confirmLabel="Retry all"
      onConfirm={async () => {
        const result = await retryAll({ program, all: true });
        if (!result.ok) throw new Error(result.error.message);
        toast.success("Retrying", inWords(result.data.requeued));
        router.refresh();
      }}
    />
  );
}
