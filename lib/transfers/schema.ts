import { z } from "zod";
import { memberContact } from "@/lib/members/schema";

export const MAX_MESSAGE = 200;
/** Members that one member can block. */
export const MAX_BLOCKED = 100;
const MAX_POINTS = 1_000_000_000;

/** Marks that turn the direction of the text around them: they could make a message read as another. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line of plain text. */
const message = z
  .string()
  .transform((text) =>
    text
      .replace(DIRECTION_MARKS, "")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(MAX_MESSAGE, `At most ${MAX_MESSAGE} characters.`))
  .transform((text) => (text === "" ? undefined : text));

export const sendRequest = z.strictObject({
  to: memberContact,
  points: z.int("Enter a whole number.").min(1, "At least 1.").max(MAX_POINTS),
  message: message.optional().meta({ description: "Shown to the recipient as plain text." }),
});
export type SendRequest = z.output<typeof sendRequest>;

/** Another member, named as far as the reader may see. */
export type Counterpart = { memberId: string; name: string };

/** What a member may still send; null: no limit. All numbers are points. */
export type Allowance = {
  smallest: number;
  largest: number | null;
  leftToday: number | null;
  leftThisMonth: number | null;
};

export type TransferPreview = {
  recipient: Counterpart;
  points: number;
  /** What the sender can dispose of afterwards. */
  availableAfter: number;
  /** Before this transfer. */
  allowance: Allowance;
};

/** Whether the points have reached the recipient, came back because the recipient has left, or need an operator. */
export const TRANSFER_STATES = ["on_its_way", "arrived", "sent_back", "failed"] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** One transfer as one of its two members sees it. Ids are UUIDs, instants ISO 8601. */
export type TransferDto = {
  transferId: string;
  direction: "sent" | "received";
  counterpart: Counterpart;
  points: number;
  message: string | null;
  state: TransferState;
  sentAt: string;
};

/** A transfer that was just made. */
export type SentTransfer = {
  transferId: string;
  /** The event that brings the points to the recipient. */
  arrivalId: string;
  from: string;
  recipient: Counterpart;
  points: number;
  message: string | null;
  availableAfter: number;
  sentAt: string;
};

export type BlockedMember = Counterpart & { blockedAt: string };

export const barInput = z
  .strictObject({
    sending: z.boolean().meta({ description: "Whether the member may not send." }),
    receiving: z.boolean().meta({ description: "Whether the member may not receive." }),
    reason: z
      .string()
      .trim()
      .max(200)
      .default("")
      .meta({ description: "For colleagues; members do not see it." }),
  })
  .refine(({ sending, receiving, reason }) => reason !== "" || !(sending || receiving), {
    path: ["reason"],
    message: "Say why; colleagues will ask.",
  });
export type BarInput = z.output<typeof barInput>;

/** What the program forbids a member. */
export type TransferBar = { sending: boolean; receiving: boolean; reason: string | null };

/** What a member can do about sending points. */
export type TransferStanding = { enabled: boolean; allowance: Allowance; bar: TransferBar };
