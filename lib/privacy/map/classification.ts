/**
 * How each table is classified. A table's columns that can hold words (text, JSON, bytes) are each named: what of a
 * member is in them, how it leaves, or why it may stay. A test compares this with PostgreSQL's catalogue.
 */

/** What becomes of a column when its member is erased. */
export type Erasing =
  /** NULL */
  | "clear"
  /** A dash: where the column needs some text. */
  | "blank"
  /** {} or an empty list. */
  | "empty"
  /** JSON of which numbers and named ids stay. */
  | "redact"
  /** Something that tells nothing, by a statement of its own. */
  | "replace";

/** How rows are found to be about a member. */
export type Subject =
  /** Any of these columns is the member's id. */
  | { columns: readonly string[] }
  /** They belong to a row of another table that is the member's. */
  | { table: string; key: string; columns: readonly string[] };

export type MemberTable = {
  of: Subject;
  /**
   * Which part of a member's export has the rows, and what of them; `elsewhere`: what the export says already, or why
   * it is not the member's to have.
   */
  export: { as: string; columns: readonly string[] } | { elsewhere: string };
  /** What leaves: whole rows, or single columns. Numbers stay, and the ledger with them. */
  erase: "rows" | Readonly<Record<string, Erasing>>;
  /** Columns with words that stay, and why they may. */
  stays?: Readonly<Record<string, string>>;
};

/** A table without a member in it: its columns with words, so that a new one is noticed. */
export type HouseTable = { why: string; words: readonly string[] };

/** A table whose rows may speak of any member, found by what they say. */
export type MentioningTable = {
  mentions: string;
  /** As of `MemberTable`. */
  erase: "rows" | Readonly<Record<string, Erasing>>;
  stays?: Readonly<Record<string, string>>;
};

export type Classification = MemberTable | HouseTable | MentioningTable;

export const ofMember = { columns: ["member_id"] } as const;
