"use client";

import { useState } from "react";
import { useInterfaceWords } from "@/components/ui/interface-words";
import type { ActionResult } from "@/lib/actions";

type Saving<Input, Data> = {
  /** @returns what the action answered, or null where it refused: then `fields` and `message` say why. */
  run(input: Input): Promise<Data | null>;
  pending: boolean;
  /** What is wrong with each field, by its name. */
  fields: Record<string, string>;
  /** The refusal in one sentence, where it is not about single fields. */
  message: string | null;
};

const CLEAR = { fields: {}, message: null };

/** Calls a server action and holds what it refused. */
export function useAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
): Saving<Input, Data> {
  const words = useInterfaceWords();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Pick<Saving<Input, Data>, "fields" | "message">>(CLEAR);

  async function run(input: Input): Promise<Data | null> {
    const form = formInUse();
    setPending(true);
    setRefusal(CLEAR);
    try {
      const result = await action(input);
      if (result.ok) return result.data;
      const fields = (result.error.fields ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]);
      setRefusal({
        fields: Object.fromEntries(fields),
        message: fields.length > 0 ? null : result.error.message,
      });
      if (fields.length > 0) focusFirstInvalid(form);
    } catch {
      setRefusal({ fields: {}, message: words.noConnection });
    } finally {
      setPending(false);
    }
    return null;
  }

  return { run, pending, ...refusal };
}

function formInUse(): ParentNode {
  const { activeElement } = document;
  const form =
    activeElement instanceof HTMLButtonElement ? activeElement.form : activeElement?.closest("form");
  return form ?? document;
}

/** Once the refusal is on the screen: what is wrong may be far above the button. */
function focusFirstInvalid(within: ParentNode): void {
  requestAnimationFrame(() => within.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
}
