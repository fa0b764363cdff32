"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/** Has a call that was given up made again. `callId` is the TypeID. */
export function RetryCallButton({
  callId,
  topic,
  retry,
}: {
  callId: string;
  topic: string;
  retry: (input: { program: string; callId: string }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`Try the call about ${topic} again`}
      onClick={() =>
        start(async () => {
          const result = await retry({ program: program.slug, callId });
          if (result.ok) toast.success("The call is made again");
          else toast.failure(result.error.message);
          router.refresh();
        })
      }
    >
      Try again
    </Button>
  );
}
