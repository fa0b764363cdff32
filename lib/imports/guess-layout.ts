import { DELIMITERS, type Delimiter } from "./schema";

/** The delimiter that splits a header line into the most columns, quoted text left aside. */
export function guessDelimiter(headerLine: string): Delimiter {
  const unquoted = headerLine.replace(/"(?:[^"]|"")*"/g, "");
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const occurrences = unquoted.split(delimiter).length - 1;
    if (occurrences > most) {
      most = occurrences;
      best = delimiter;
    }
  }
  return best;
}

const SIGNATURES: { bytes: number[]; refusal: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    refusal: "This is a spreadsheet or a zip archive. Save it as CSV and upload that.",
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], refusal: "This is an Excel file. Save it as CSV and upload that." },
  { bytes: [0x25, 0x50, 0x44, 0x46], refusal: "This is a PDF. Save what is in it as CSV and upload that." },
  { bytes: [0xff, 0xfe], refusal: "This file is written in UTF-16. Save it as CSV in UTF-8." },
  { bytes: [0xfe, 0xff], refusal: "This file is written in UTF-16. Save it as CSV in UTF-8." },
];

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** What to tell somebody whose (decompressed) file is no text to read lines from; null when it may be. */
export function refusalOf(head: Uint8Array): string | null {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (known) return known.refusal;
  return head.includes(0) ? "This file is not text. Upload CSV, plain or compressed with gzip." : null;
}

/** UTF-8 unless the bytes cannot be: then each byte is a Western European character. */
export function guessEncoding(head: Uint8Array): "utf-8" | "latin1" {
  try {
    // `stream` forgives a character that the sample cuts in two.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "latin1";
  }
}
