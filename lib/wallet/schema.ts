import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";
import type { DecisionKind } from "./outcome";

export {
  type Capture,
  type CaptureDto,
  capture,
  HOLD_STATES,
  type HoldDto,
  type HoldState,
  holdFilter,
  type NewHold,
  type NewSpend,
  newHold,
  newSpend,
  type SpendDto,
} from "./hold-schema";
export { DECISION_KINDS, isEventKind } from "./outcome";
export type { ReturnPreview } from "./return-schema";
export {
  isReversibleKind,
  type ReversalDto,
  type ReversalPreview,
  type ReversalRequest,
  reversalRequest,
} from "./reversal-schema";

/** Outbox topic that posting writes, one row a batch. */
export const POINTS_POSTED = "points.posted";
/** PostgreSQL channel on which posting says, at commit, that a program has news. The payload is the program id. */
export const LIVE_CHANNEL = "tessera_live";

/**
 * One movement of points or benefits as posting announces it; ids are UUIDs. What it was for is read by whoever shows it, of the
 * few that anybody looks at.
 */
const postedItem = z.object({
  memberId: z.string(),
  /** The event, adjustment, hold, … : the line of the member's statement. */
  causeId: z.string(),
  /** Points added, negative when taken. */
  delta: z.number(),
  /** The member's available points afterwards. */
  balance: z.number(),
  /** Something else than points was given or withdrawn. */
  benefits: z.literal(true).optional(),
});
export type PostedItem = z.infer<typeof postedItem>;

export const pointsPosted = z.object({ items: z.array(postedItem) });

/** Groups of movements that an activity list can be narrowed to. */
export const ACTIVITY_KINDS = ["earned", "returned", "spent", "expired", "transferred", "adjusted"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const activityQuery = pageQuery.extend({ kind: z.enum(ACTIVITY_KINDS).optional() });

/** A member's points. All numbers are points; days are `YYYY-MM-DD` in the program's time zone. */
export type WalletDto = {
  memberId: string;
  pointType: { name: string };
  /** Usable now: neither held nor past its last day. */
  available: number;
  /** Earned but not yet usable. */
  pending: number;
  /** Set aside for redemptions under way. */
  held: number;
  /** Owed after a return of what had been spent; later earnings pay it first. */
  debt: number;
  /** What expires within 60 days: the points are usable until the end of that day. */
  expiringSoon: { expiresOn: string; points: number }[];
  lifetimeEarned: number;
  lifetimeReturned: number;
  lifetimeSpent: number;
  lifetimeExpired: number;
  /** Pending points by the day, or the event, that makes them usable; the nearest first. */
  pendingUntil: { on: string | null; event: string | null; points: number }[];
  /** The member's points of the program's other types. */
  otherTypes: { code: string; name: string; available: number; pending: number; lifetimeEarned: number }[];
};

/** What one cause did to a wallet. */
export type ActivityEntry = {
  /** UUID of the event, adjustment, hold, … */
  causeId: string;
  type: DecisionKind;
  /** Whether the cause is an event that can be opened. */
  isEvent: boolean;
  /** Whether it has been undone by a later line. */
  isReversed: boolean;
  /** ISO 8601 */
  occurredAt: string;
  postedAt: string;
  /** Change of the available points. */
  points: number;
  balanceAfter: number;
  /** In one line: `12.00 € at Kollwitzstr. · Base rate`. */
  reason: string;
  /** The two halves of `reason`: what happened, and what the points were for. */
  headline: { what: string; why: string };
  /** Every part of the change with its reason. */
  explanation: { title: string; points: number; reason: string }[];
  /** Campaigns that looked at the event and gave nothing, and why. */
  notFired: { title: string; reason: string }[];
};

/** What verifying a ledger looks at, in the order of looking. */
export const LEDGER_CHECKS = [
  "balance",
  "counters",
  "floors",
  "lots",
  "lot",
  "held",
  "pins",
  "clearing",
  "sides",
  "numbers",
  "entries",
  "lanes",
  "balance_after",
  "decisions",
  "statement",
  "reversals",
  "events",
  "caps",
  "budgets",
  "campaign_totals",
  "day_totals",
  "returned_lines",
  "history",
  "redemption_holds",
  "redemption_spends",
  "pool_codes",
  "redemption_vouchers",
  "chain",
  "anchor",
] as const;
export type LedgerCheck = (typeof LEDGER_CHECKS)[number];

/** Findings of one check that are kept; how many there are in all is counted. */
export const MAX_FINDINGS = 20;

/** One place that is not as it should be. */
export const ledgerFinding = z.object({
  check: z.enum(LEDGER_CHECKS),
  /** The account, lot, lane, block or event. */
  where: z.string(),
  detail: z.string(),
});
export type LedgerFinding = z.infer<typeof ledgerFinding>;

/** The last block of a lane. Kept elsewhere, it shows later that nothing up to it has been rewritten. */
export const chainHead = z.object({
  /** TypeID */
  program: z.string(),
  lane: z.int().min(0),
  block: z.int().min(0),
  /** SHA-256 in hex */
  hash: z.string().regex(/^[0-9a-f]{64}$/, "A SHA-256 has 64 hex digits."),
  /** When it was read. ISO 8601 */
  at: z.iso.datetime(),
});
export type ChainHead = z.infer<typeof chainHead>;
