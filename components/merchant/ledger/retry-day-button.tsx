"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

export type RetryDay = (input: { program: string; day: string }) => Promise<ActionResult<{ day: string }>>;

/** Has a day that stopped tried again at once. */
export function RetryDayButton({ program, day, retry }: { program: string; day: string; retry: RetryDay }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() =>
        start(async () => {
          const result = await retry({ program, day });
          if (result.ok) toast.success("Going on", "The worker takes the day up where it stopped.");
          else toast.failure("Not tried again", result.error.message);
          router.refresh();
        })
      }
    >
      <RotateCw aria-hidden="true" />
      Run now
    </Button>
  );
}
