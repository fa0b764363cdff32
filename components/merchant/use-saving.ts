"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

export type Failure = { message: string; byField: ReadonlyMap<string, string> };

/** Saves a setting and shows the page anew, or says what stood against it. */
export function useSaving(): {
  pending: boolean;
  failure: Failure | null;
  forget: () => void;
  /** @param done called when it is saved */
  save: (work: () => Promise<ActionResult<unknown>>, done?: () => void) => void;
} {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    pending,
    failure,
    forget: () => setFailure(null),
    save: (work, done) =>
      start(async () => {
        const result = await work();
        if (!result.ok) {
          const { message, fields } = result.error;
          setFailure({
            message,
            byField: new Map(fields?.map(({ pointer, detail }) => [pointer.split("/").at(-1) ?? "", detail])),
          });
          toast.failure("Not saved", message);
          return;
        }
        setFailure(null);
        toast.success("Saved");
        done?.();
        router.refresh();
      }),
  };
}
