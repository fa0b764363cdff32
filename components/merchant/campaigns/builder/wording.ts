"use client";

import { useMemo } from "react";
import type { campaignSentence } from "@/lib/campaigns/engine";
import { usePortal } from "../../portal-context";
import type { LookUpLists, LookUpOption } from "./look-ups";

const named = (options: readonly LookUpOption[]) =>
  options.map(({ value, label }) => ({ code: value, name: label }));

/** What words about campaigns depend on. */
export type Wording = Parameters<typeof campaignSentence>[1];

/** How the program speaks of money, points and what it has given names, for sentences about campaigns. */
export function useWording(lists: LookUpLists): Wording {
  const { program } = usePortal();
  return useMemo(
    () => ({
      ...program,
      tiers: named(lists.tier),
      segments: named(lists.segment),
      sponsors: named(lists.sponsor),
      groups: named(lists.group),
    }),
    [program, lists],
  );
}
