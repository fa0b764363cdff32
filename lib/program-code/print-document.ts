import type { ProgramDocument } from "./schema";

/** A document as text: two programs that are set up alike give the same text. */
export function printDocument(document: ProgramDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
