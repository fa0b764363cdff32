"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

/**
 * A button that has one thing done at once: it says what came of it and shows the page anew. Pages of the server may
 * use it: what is sent is given beforehand.
 */
export function ActionButton<Input>({
  action,
  input,
  done,
  refused,
  ...button
}: Omit<ComponentProps<typeof Button>, "onClick" | "pending"> & {
  action: (input: Input) => Promise<ActionResult<unknown>>;
  input: Input;
  /** What the toast says when it is done, and what follows from it. */
  done: { title: string; detail?: string };
  /** What the toast says when it is refused, above the reason. */
  refused: string;
}) {
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  return (
    <Button
      {...button}
      pending={pending}
      onClick={() =>
        start(async () => {
          const result = await action(input);
          if (result.ok) toast.success(done.title, done.detail);
          else toast.failure(refused, result.error.message);
          router.refresh();
        })
      }
    />
  );
}
