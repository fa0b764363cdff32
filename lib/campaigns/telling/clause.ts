/**
 * One thing that an offer asks, as a clause that stands by itself, and where it stands in the sentence. `either` and
 * `exception` follow the sentence; `when` begins with its own "when".
 */
export type Clause = {
  place: "occasion" | "goods" | "place" | "time" | "when" | "group" | "either" | "exception";
  text: string;
  /** How it reads as one of several ways, where that differs. */
  nested?: string;
  /** What must be in the basket, where that is a single thing: several such are said in one clause. */
  goods?: string;
};
