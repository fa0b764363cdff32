import type { Subject } from "./outcome";

/** Lines of points that go from one party to another, or that a pool's member spends. */
export type PassingSubject = Extract<
  Subject,
  { type: "transfer_out" | "transfer_in" | "pool_out" | "pool_in" }
>;

const SOMEBODY = "another member";
/** What shares of a dissolved pool carry as their reason; members read it in their language. */
export const POOL_DISSOLVED = "the pool was dissolved";
const FOR_EVERYBODY = "for everybody in the pool";
const PAID_OUT = "paid out by whoever runs the pool";

/**
 * What happened. On a pool's own statement the subject names the member on the other side.
 * @param counterpart the other member as the reader may know them
 */
export function passingInWords(subject: PassingSubject, counterpart: string = SOMEBODY): string {
  switch (subject.type) {
    case "transfer_out":
      return `Sent to ${counterpart}`;
    case "transfer_in":
      return subject.sentBack ? `Came back from ${counterpart}` : `Received from ${counterpart}`;
    case "pool_out":
      return subject.member === undefined ? `Shared with “${subject.name}”` : `Paid out to ${counterpart}`;
    case "pool_in":
      if (subject.member !== undefined) {
        return subject.sentBack ? `Came back from ${counterpart}` : `Shared by ${counterpart}`;
      }
      return subject.sentBack ? `Came back from “${subject.name}”` : `From “${subject.name}”`;
  }
}

/** What it was for: the words of whoever did it, where there are any. */
export function passingPurpose(subject: PassingSubject): string {
  switch (subject.type) {
    case "transfer_out":
    case "transfer_in":
      if (subject.type === "transfer_in" && subject.sentBack) return "they have left the club meanwhile";
      return subject.message === undefined ? "a gift" : `“${subject.message}”`;
    case "pool_out":
      return subject.reason ?? (subject.member === undefined ? FOR_EVERYBODY : PAID_OUT);
    case "pool_in":
      if (!subject.sentBack)
        return subject.reason ?? (subject.member === undefined ? PAID_OUT : FOR_EVERYBODY);
      return subject.member === undefined
        ? "it was dissolved before they arrived"
        : "they have left the club meanwhile";
  }
}

/** A sentence that explains the line. */
export function passingExplained(subject: PassingSubject, pointName: string): string {
  if (subject.type === "transfer_out" || subject.type === "pool_out") {
    return `They went at once, those that expire soonest first, and keep their last day.`;
  }
  return subject.sentBack
    ? `These ${pointName} could not arrive and are here again, with the last day that they had.`
    : `They can be used until the day that they had before: passing ${pointName} on does not prolong them.`;
}
