"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useDeferredValue } from "react";
import { z } from "zod";
import { readApi } from "@/components/providers/api-client";
import { usePortal } from "../../portal-context";
import { type LookUpOption, offeredFor, optionNamed } from "./matching";

export type { LookUpOption };

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
  | "lineAttribute"
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
const NEVER_TYPED: ReadonlySet<LookUpSubject> = new Set(["tier", "group", "sponsor"]);
const answer = z.object({ items: z.array(z.string()) });
/** The answer holds no more; where it is full, a value may exist that it leaves out. */
const FULL_ANSWER = 20;

/** Values that contain `q`, those seen most first; undefined until they are known. */
function useSeen(subject: LookUpSubject | undefined, q: string, isWanted: boolean): string[] | undefined {
  const { program } = usePortal();
  const seen = subject === undefined || isList(subject) ? null : subject;
  return useQuery<z.output<typeof answer>>({
    queryKey: ["suggestions", program.slug, seen, q],
    enabled: isWanted && seen !== null,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
    queryFn: ({ signal }) =>
      readApi(`/api/v1/suggestions?field=${seen}&q=${encodeURIComponent(q)}`, program.slug, answer, signal),
  }).data?.items;
}

/**
 * What somebody who types may mean; nothing while `isOpen` is false. The most frequent values are fetched before the
 * field is entered, so that the list is there at once. The text itself is offered too where the field allows it: a
 * shop may launch a campaign for a product before it has sold one.
 */
export function useSuggestions(
  subject: LookUpSubject | undefined,
  typed: string,
  isOpen: boolean,
): readonly LookUpOption[] {
  const lists = useContext(LookUpsContext);
  const q = useDeferredValue(typed.trim().toLowerCase());
  const frequent = useSeen(subject, "", true) ?? [];
  const found = useSeen(subject, q, isOpen && q !== "") ?? [];
  if (!isOpen || subject === undefined) return [];
  const options = isList(subject)
    ? lists[subject]
    : [...new Set([...found, ...frequent])].map((value) => ({ value, label: value }));
  return offeredFor(options, typed, !NEVER_TYPED.has(subject));
}

/** Whether no event of late, or no member, had this value. False as long as that is not known. */
export function useIsUnseen(subject: LookUpSubject | undefined, value: string): boolean {
  const frequent = useSeen(subject, "", true);
  const found = useSeen(subject, value.toLowerCase(), true);
  if (!frequent || frequent.length === 0 || !found || found.length >= FULL_ANSWER) return false;
  const wanted = value.toLowerCase();
  return ![...frequent, ...found].some((other) => other.toLowerCase() === wanted);
}

/** What a value is called on screen: "Gold" for gold. */
export function useLabelOf(subject: LookUpSubject | undefined): (value: string) => string {
  const lists = useContext(LookUpsContext);
  const list = subject !== undefined && isList(subject) ? lists[subject] : undefined;
  return (value) => list?.find((option) => option.value === value)?.label ?? value;
}

/** Reads what was typed: the value that has this name, in the option's own spelling, or the text itself. */
export function readTyped(options: readonly LookUpOption[], text: string): string {
  return optionNamed(options, text)?.value ?? text.trim();
}
