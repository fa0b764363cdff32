"use client";

import { createContext, useContext } from "react";
import { useFocusRequest } from "./focus";

/** What rows tell the draft about their changes, so that each can be undone on its own. */
export type Edits = {
  /** What comes next is a step of its own for undoing. */
  beginStep: () => void;
  /** Offers to bring back what the last change took out. */
  announceRemoval: (what: string) => void;
};

export const EditsContext = createContext<Edits | null>(null);

function useEdits(): Edits {
  const edits = useContext(EditsContext);
  if (edits === null) throw new Error("rows need the builder around them");
  return edits;
}

export type Rows<T> = {
  /** With a key each: rows have no identity but their place. */
  items: { item: T; index: number; key: string; at: string }[];
  count: number;
  /** @param slot what of it somebody most likely wants to change, where that is not its first input */
  add: (item: T, slot?: string) => void;
  set: (index: number, item: T) => void;
  remove: (index: number) => void;
  /** Puts others in its place. */
  replace: (index: number, items: readonly T[]) => void;
  duplicate: (index: number) => void;
  /** By one place, up (-1) or down (1). */
  move: (index: number, by: -1 | 1) => void;
};

/**
 * A list of rules that is edited in place. After each change the focus goes where the work goes on: into what was
 * added (the first input that must be filled in, or else the first), to what follows something removed, along with
 * what is moved.
 * @param at JSON pointer of the list
 */
export function useRows<T>(
  list: readonly T[],
  { at, what, put }: { at: string; what: string; put: (list: T[]) => void },
): Rows<T> {
  const { focusNext } = useFocusRequest();
  const { beginStep, announceRemoval } = useEdits();
  const insert = (index: number, item: T, slot?: string) => {
    beginStep();
    put([...list.slice(0, index), item, ...list.slice(index)]);
    focusNext(slot === undefined ? `${at}/${index}` : `${at}/${index}/${slot}`);
  };
  return {
    items: list.map((item, index) => ({ item, index, key: `${what} ${index}`, at: `${at}/${index}` })),
    count: list.length,
    add: (item, slot) => insert(list.length, item, slot),
    set: (index, item) => put(list.map((other, place) => (place === index ? item : other))),
    remove: (index) => {
      beginStep();
      put(list.filter((_, place) => place !== index));
      announceRemoval(what);
      const last = list.length - 2;
      focusNext(last < 0 ? `${at}/add` : `${at}/${Math.min(index, last)}`);
    },
    replace: (index, items) => {
      beginStep();
      put([...list.slice(0, index), ...items, ...list.slice(index + 1)]);
      focusNext(`${at}/${index}`);
    },
    duplicate: (index) => {
      const item = list[index];
      if (item !== undefined) insert(index + 1, structuredClone(item));
    },
    move: (index, by) => {
      const target = index + by;
      const moved = list[index];
      const other = list[target];
      if (moved === undefined || other === undefined) return;
      beginStep();
      put(list.map((item, place) => (place === index ? other : place === target ? moved : item)));
      focusNext(`${at}/${target}`);
    },
  };
}
