"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/** Has a mail sent again. `mailId` is the TypeID. */
export function RetryMailButton({
  mailId,
  about,
  retry,
}: {
  mailId: string;
  about: string;
  retry: (input: { program: string; mailId: string }) => Promise<ActionResult<unknown>>;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`Send again: ${about}`}
      onClick={() =>
        start(async () => {
          const result = await retry({ program: program.slug, mailId });
          if (result.ok) toast.success("The mail is sent again");
          else toast.failure(result.error.message);
          router.refresh();
        })
      }
    >
      Send again
    </Button>
  );
}
