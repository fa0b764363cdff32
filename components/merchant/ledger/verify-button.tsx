"use client";

import { ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

export type Verify = (input: { program: string }) => Promise<ActionResult<{ id: string }>>;

/** Has the whole ledger verified. */
export function VerifyButton({
  program,
  underWay,
  verify,
}: {
  program: string;
  underWay: boolean;
  verify: Verify;
}) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      variant="primary"
      pending={pending}
      disabled={underWay}
      onClick={() =>
        start(async () => {
          const result = await verify({ program });
          if (!result.ok) toast.failure("Not started", result.error.message);
          router.refresh();
        })
      }
    >
      <ShieldCheck aria-hidden="true" />
      Verify the ledger
    </Button>
  );
}
