import { z } from "zod";

/** Longest time that a member may come back within, in days. */
const MAX_GRACE_DAYS = 60;
const months = z.number().int().min(1).max(240).nullable();

/** What a program keeps of members, and for how long. */
export const privacyPolicy = z.object({
  /** Days between a member's wish to be forgotten and its execution, in which signing in takes it back; 0: at once. */
  graceDays: z.number().int().min(0).max(MAX_GRACE_DAYS).default(7),
  /** Months after which something goes by itself; null: never. */
  retention: z
    .object({
      /** Members who neither did anything nor signed in are erased. */
      inactiveMembers: months.default(null),
      /** What was bought, where and how leaves events; amounts stay, and what campaigns count by. */
      eventDetails: months.default(null),
      /** Messages in the wallet. */
      messages: months.default(null),
      /** E-mails that were sent. */
      mails: months.default(null),
      /** The details of audit rows; who did what and when stays. */
      auditDetails: months.default(null),
    })
    .prefault({}),
});
export type PrivacyPolicy = z.output<typeof privacyPolicy>;
export type PrivacyPolicyInput = z.input<typeof privacyPolicy>;
export type RetentionRule = keyof PrivacyPolicy["retention"];
export const RETENTION_RULES = [
  "inactiveMembers",
  "eventDetails",
  "messages",
  "mails",
  "auditDetails",
] as const satisfies readonly RetentionRule[];

/** What a retention rule let go on one day. */
export type RetentionRunDto = {
  rule: RetentionRule;
  /** YYYY-MM-DD in the program's time zone */
  day: string;
  /** Rows, or members who were noted for their erasure. */
  done: number;
  /** Whether the rule is done for the day. */
  isDone: boolean;
};

export const ERASURE_STATES = ["waiting", "closing", "erased", "withdrawn"] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** What of a member an erasure waits for: it ends by itself, and then the erasure goes on. */
export const ERASURE_WAITS = ["events", "file", "order"] as const;
export type ErasureWait = (typeof ERASURE_WAITS)[number];

/** How the row of an erasure that waits names what for. */
export const WAIT_CODES: Record<ErasureWait, string> = {
  events: "waits_for_events",
  file: "waits_for_file",
  order: "waits_for_order",
};

/** A member's wish to be forgotten, and what became of it. Ids are UUIDs, instants ISO 8601. */
export type ErasureDto = {
  erasureId: string;
  memberId: string;
  state: ErasureState;
  requestedAt: string;
  /** From when on it is carried out; until then signing in takes it back. */
  dueAt: string;
  finishedAt: string | null;
  /** What it waits for while it is being carried out; null: nothing. */
  waitsFor: ErasureWait | null;
  /** Of the spendable type. */
  pointsForfeited: number;
};

export const ownErasureRequest = z.object({
  password: z.string().min(1, "Enter your password.").max(128),
});

export const erasureRequest = z.strictObject({
  atOnce: z
    .boolean()
    .default(false)
    .meta({ description: "Do not wait for the days in which the member could still come back." }),
});
export type ErasureRequest = z.input<typeof erasureRequest>;

/** What a member would leave behind. Points are of the spendable type. */
export type ErasurePreview = {
  available: number;
  pending: number;
  owed: number;
  /** Vouchers that could still be used. */
  vouchers: number;
  /** Pools that the member runs, which are dissolved, and others that they leave. */
  ownPools: number;
  otherPools: number;
  graceDays: number;
};

export const EXPORT_FORMATS = ["json", "csv"] as const;
export const exportFormat = z.enum(EXPORT_FORMATS).default("json");
export type ExportFormat = z.output<typeof exportFormat>;
