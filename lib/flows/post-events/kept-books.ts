import type { PhraseBook } from "@/lib/wallet";

/** Phrase books that this process knows to be committed. */
const kept = new Set<string>();

export function isBookKept(programId: string, { bookId }: PhraseBook): boolean {
  return kept.has(`${programId} ${bookId}`);
}

/** Once the transaction that stored it, or found it stored, has committed. */
export function noteKeptBook(programId: string, { bookId }: PhraseBook): void {
  kept.add(`${programId} ${bookId}`);
}
