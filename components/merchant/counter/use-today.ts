"use client";

import { useCallback, useState } from "react";
import type { CounterActionDto } from "@/lib/flows/serve-at-counter/schema";
import type { CounterActions } from "./counter-actions";

/** What whoever is signed in did today, as it was when it was last asked for. */
export function useToday(program: string, initial: CounterActionDto[], actions: CounterActions) {
  const [done, setDone] = useState(initial);

  /** Asks anew; without an answer the list stays as it is. */
  const refresh = useCallback(async () => {
    const result = await actions.today({ program }).catch(() => null);
    if (result?.ok) setDone(result.data);
  }, [program, actions]);

  /** @throws Error with a sentence for the person on screen */
  const takeBack = useCallback(
    async (actionId: string) => {
      const result = await actions.takeBack({ program, actionId });
      await refresh();
      if (!result.ok) throw new Error(result.error.message);
    },
    [program, actions, refresh],
  );

  return { done, refresh, takeBack };
}
