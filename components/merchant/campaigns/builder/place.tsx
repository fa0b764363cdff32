"use client";

import { createContext, type ReactNode, useContext } from "react";
import { problemsId, useProblems } from "./problems";

const PlaceContext = createContext("");

/** A part of the definition: controls inside name their place within it. `at` is its JSON pointer. */
export function PlaceAt({ at, children }: { at: string; children: ReactNode }) {
  return <PlaceContext value={at}>{children}</PlaceContext>;
}

/** A part within the surrounding part, such as `filter/0`. */
export function Place({ name, children }: { name: string; children: ReactNode }) {
  return <PlaceContext value={usePlace(name)}>{children}</PlaceContext>;
}

/** JSON pointer of something inside the surrounding part, or of that part itself. */
export function usePlace(name = ""): string {
  const base = useContext(PlaceContext);
  return name === "" ? base : `${base}/${name}`;
}

/** The element that holds a part; jumping to a problem and adding a row look for it. */
export const placeAttribute = (at: string) => ({ "data-at": at });

/**
 * What a control that edits the value at `name` puts on its element: where it stands, and whether something is wrong
 * with it. Nothing for a control without a name.
 */
export function useControl(name: string | undefined) {
  const at = usePlace(name);
  const isWrong = useProblems(at, true).length > 0;
  if (name === undefined) return {};
  return { "data-at": at, ...(isWrong && { "aria-invalid": true, "aria-describedby": problemsId(at) }) };
}
