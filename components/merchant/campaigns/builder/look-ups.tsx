"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useDeferredValue } from "react";
import { z } from "zod";
import { readApi } from "@/components/providers/api-client";
import { usePortal } from "../../portal-context";

export type LookUpOption = { value: string; label: string; note?: string | undefined };

/** What the program has given names itself: short enough to be on the page from the beginning. */
export type LookUpLists = {
  segment: readonly LookUpOption[];
  tier: readonly LookUpOption[];
  group: readonly LookUpOption[];
  sponsor: readonly LookUpOption[];
};
export type ListSubject = keyof LookUpLists;

/** What is looked up in what the program has seen of late. */
export type SeenSubject =
  | "category"
  | "brand"
  | "sku"
  | "name"
  | "store"
  | "channel"
  | "device"
  | "attribute"
  | "event"
  | "memberAttribute"
  | "tag";

/** What values of a rule can be looked up by. */
export type LookUpSubject = ListSubject | SeenSubject;

const NO_LISTS: LookUpLists = { segment: [], tier: [], group: [], sponsor: [] };
const LookUpsContext = createContext<LookUpLists>(NO_LISTS);

export function LookUpsProvider({ lists, children }: { lists: LookUpLists; children: ReactNode }) {
  return <LookUpsContext value={lists}>{children}</LookUpsContext>;
}

/** The options of a list, such as all segments. */
export function useList(subject: ListSubject): readonly LookUpOption[] {
  return useContext(LookUpsContext)[subject];
}

const isList = (subject: LookUpSubject): subject is ListSubject => subject in NO_LISTS;
const answer = z.object({ items: z.array(z.string()) });

/**
 * What somebody who types may mean; nothing while `isOpen` is false. Free text stays possible where the field allows
 * it: a shop may launch a campaign for a product before it has sold one.
 */
export function useSuggestions(
  subject: LookUpSubject | undefined,
  typed: string,
  isOpen: boolean,
): readonly LookUpOption[] {
  const { program } = usePortal();
  const lists = useContext(LookUpsContext);
  const q = useDeferredValue(typed.trim().toLowerCase());
  const seen = subject === undefined || isList(subject) ? null : subject;
  const found = useQuery<z.output<typeof answer>>({
    queryKey: ["suggestions", program.slug, seen, q],
    enabled: isOpen && seen !== null,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    queryFn: ({ signal }) =>
      readApi(`/api/v1/suggestions?field=${seen}&q=${encodeURIComponent(q)}`, program.slug, answer, signal),
  });
  if (!isOpen || subject === undefined) return [];
  if (!isList(subject)) return (found.data?.items ?? []).map((value) => ({ value, label: value }));
  return lists[subject].filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(q));
}

/** What a value is called on screen: "Gold" for gold. */
export function useLabelOf(subject: LookUpSubject | undefined): (value: string) => string {
  const lists = useContext(LookUpsContext);
  const list = subject !== undefined && isList(subject) ? lists[subject] : undefined;
  return (value) => list?.find((option) => option.value === value)?.label ?? value;
}
