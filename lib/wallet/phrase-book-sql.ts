import type { SqlTx } from "@/lib/db";
import type { PhraseBook, PhraseBookContent } from "./phrase-book";

/** Keeps a phrase book, in the transaction of the decisions that refer to it; nothing happens where it is known. */
export async function insertPhraseBook(
  tx: SqlTx,
  programId: string,
  { bookId, ...content }: PhraseBook,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO phrase_book (program_id, book_id, content)
    VALUES (${programId}::uuid, ${bookId}, ${JSON.stringify(content)}::jsonb)
    ON CONFLICT (program_id, book_id) DO NOTHING`;
}

export async function selectPhraseBooks(
  tx: SqlTx,
  programId: string,
  bookIds: readonly string[],
): Promise<PhraseBook[]> {
  const rows = await tx.$queryRaw<{ bookId: string; content: PhraseBookContent }[]>`
    SELECT book_id AS "bookId", content FROM phrase_book
    WHERE program_id = ${programId}::uuid AND book_id = ANY (${[...bookIds]}::text[])`;
  return rows.map(({ bookId, content }) => ({ bookId, ...content }));
}
