import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

export const CALL_STATES = ["waiting", "delivered", "failed", "withdrawn"] as const;
export type CallState = (typeof CALL_STATES)[number];

export const callQuery = pageQuery.extend({ state: z.enum(CALL_STATES).optional() });

/** A call of another system. Instants are ISO 8601. */
export type WebhookCallDto = {
  callId: string;
  memberId: string;
  campaignId: string;
  url: string;
  topic: string;
  /** JSON, as it is sent. */
  body: string;
  state: CallState;
  attempts: number;
  createdAt: string;
  /** When it is tried next; null once it is over. */
  nextAttemptAt: string | null;
  lastAttemptAt: string | null;
  /** HTTP status of the last answer; null where there was none. */
  lastStatus: number | null;
  lastError: string | null;
};

/** What calls are signed with: `whsec_…`, and until when the one before it signs too. */
export type WebhookSecretDto = { secret: string; madeAt: string; previousUntil: string | null };
