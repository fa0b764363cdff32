"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions";
import { newId } from "@/lib/core/ids";

const BROKEN = "The connection broke before an answer came. Try again: nothing happens twice.";

type Failure = { message: string; byField: Map<string, string> };

/**
 * A form in a dialog: it runs a server action and, when that works, closes, says so and shows the page anew; when it
 * does not, it stays and shows what is wrong where it is wrong. Each opening of the dialog has a key of its own: what
 * is sent with it twice, because an answer was lost on the way, happens once.
 * @param part of the action's input in which the fields lie
 */
export function useDialogForm(part: string) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [key, setKey] = useState("");

  function change(next: boolean) {
    setOpen(next);
    setFailure(null);
    if (next) setKey(newId());
  }

  function run<T>(action: (key: string) => Promise<ActionResult<T>>, done: (data: T) => string) {
    start(async () => {
      const result = await action(key).catch(() => null);
      if (result === null) {
        setFailure({ message: BROKEN, byField: new Map() });
        return;
      }
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
