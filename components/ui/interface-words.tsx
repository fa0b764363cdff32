"use client";

import { createContext, type ReactNode, useContext } from "react";

/** What primitives say by themselves, in the language of the page. */
export type InterfaceWords = Record<
  | "cancel"
  | "close"
  | "copied"
  | "copy"
  | "darkTheme"
  | "dismiss"
  | "failedText"
  | "failedTitle"
  | "hideCharacters"
  | "lightTheme"
  | "noConnection"
  | "notDone"
  | "notifications"
  | "optional"
  | "reference"
  | "saved"
  | "showCharacters"
  | "systemTheme"
  | "theme"
  | "tryAgain",
  string
>;

const WordsContext = createContext<InterfaceWords | null>(null);

/** The words of this page's primitives. Needs the InterfaceWordsProvider that the root layout puts around everything. */
export function useInterfaceWords(): InterfaceWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error("useInterfaceWords needs an InterfaceWordsProvider above it");
  return words;
}

export function InterfaceWordsProvider({ words, children }: { words: InterfaceWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}
