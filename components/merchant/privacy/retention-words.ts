import type { RetentionRule } from "@/lib/privacy/schema";

type Words = {
  label: string;
  hint: string;
  /** What becomes of one of them, and of several. */
  goes: readonly [one: string, several: string];
};

/** What retention rules are called, and what they do. */
export const RETENTION_WORDS: Readonly<Record<RetentionRule, Words>> = {
  inactiveMembers: {
    label: "Inactive members",
    hint: "Members who neither did anything nor signed in for so long are erased, after the days of grace.",
    goes: ["member to be erased", "members to be erased"],
  },
  eventDetails: {
    label: "Details of events",
    hint: "Attributes, codes, devices and names of items leave events. Amounts stay, and what campaigns count by.",
    goes: ["event without its details", "events without their details"],
  },
  messages: {
    label: "Messages",
    hint: "Messages in members’ wallets.",
    goes: ["message deleted", "messages deleted"],
  },
  mails: {
    label: "E-mails",
    hint: "E-mails that were sent.",
    goes: ["e-mail deleted", "e-mails deleted"],
  },
  auditDetails: {
    label: "Details of the audit log",
    hint: "Who did what and when stays for good.",
    goes: ["entry without its details", "entries without their details"],
  },
};

/** "3 members to be erased" */
export function goesInWords(rule: RetentionRule, count: number, written: string): string {
  const [one, several] = RETENTION_WORDS[rule].goes;
  return `${written} ${count === 1 ? one : several}`;
}
