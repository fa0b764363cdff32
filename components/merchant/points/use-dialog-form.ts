"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";

type Failure = { message: string; byField: Map<string, string> };

/**
 * A form in a dialog: it runs a server action and, when that works, closes, says so and shows the page anew; when it
 * does not, it stays and shows what is wrong where it is wrong.
 * @param part of the action's input in which the fields lie
 */
export function useDialogForm(part: string) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
  }

  function run<T>(action: () => Promise<ActionResult<T>>, done: (data: T) => string) {
    start(async () => {
      const result = await action();
      if (!result.ok) {
        const fields = result.error.fields ?? [];
        const byField = new Map(
          fields.map(({ pointer, detail }) => [pointer.replace(`/${part}/`, "/"), detail]),
        );
        setFailure({ message: result.error.message, byField });
        return;
      }
      change(false);
      toast.success(done(result.data));
      router.refresh();
    });
  }

  return {
    open,
    change,
    pending,
    run,
    /** What is wrong with a field, by its JSON pointer. */
    errorOf: (pointer: string) => failure?.byField.get(pointer),
    /** What is wrong with no field. */
    message: failure !== null && failure.byField.size === 0 ? failure.message : null,
  };
}

/** The text of a form's field; undefined where it is empty. */
export function textOf(form: FormData, name: string): string | undefined {
  return String(form.get(name) ?? "").trim() || undefined;
}
