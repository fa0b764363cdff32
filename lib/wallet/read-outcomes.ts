import { present } from "@/lib/core/assert";
import { db, type SqlTx } from "@/lib/db";
import { numberLimits } from "./limit-places";
import { type DecisionOutcome, decisionOutcome } from "./outcome";
import { readPacked, unpackOutcome } from "./packed-outcome";
import type { PhraseBook } from "./phrase-book";
import { selectPhraseBooks } from "./phrase-book-sql";

/** Phrase books that this process keeps; the oldest goes first. A book never changes, so none is ever stale. */
const MAX_KEPT = 500;
const kept = new Map<string, PhraseBook>();

type Scope = { programId: string; tx?: SqlTx | undefined };

/** Outcomes as they were decided, from what is stored of them, in the same order. */
export async function readOutcomes(
  { programId, tx = db() }: Scope,
  stored: readonly unknown[],
): Promise<DecisionOutcome[]> {
  const packed = stored.map(readPacked);
  const books = await booksOf(
    tx,
    programId,
    packed.flatMap((outcome) => outcome?.book ?? []),
  );
  const outcomes = packed.map((outcome, index) =>
    outcome === null
      ? decisionOutcome.parse(stored[index])
      : unpackOutcome(outcome, present(books.get(outcome.book), "a decision's phrase book is kept")),
  );
  await numberLimits(tx, programId, outcomes);
  return outcomes;
}

/** One of them. */
export async function readOutcome(scope: Scope, stored: unknown): Promise<DecisionOutcome> {
  const [outcome] = await readOutcomes(scope, [stored]);
  return present(outcome, "one outcome for each that is stored");
}

async function booksOf(
  tx: SqlTx,
  programId: string,
  bookIds: readonly string[],
): Promise<Map<string, PhraseBook>> {
  const found = new Map<string, PhraseBook>();
  const missing = new Set<string>();
  for (const bookId of bookIds) {
    const book = kept.get(`${programId} ${bookId}`);
    if (book) found.set(bookId, book);
    else missing.add(bookId);
  }
  if (missing.size === 0) return found;
  for (const book of await selectPhraseBooks(tx, programId, [...missing])) {
    found.set(book.bookId, book);
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(`${programId} ${book.bookId}`, book);
  }
  return found;
}
