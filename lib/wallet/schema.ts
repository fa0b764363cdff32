import { z } from "zod";
import { pageQuery } from "@/lib/core/schema";

/** Groups of movements that an activity list can be narrowed to. */
export const ACTIVITY_KINDS = ["earned", "returned"] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const activityQuery = pageQuery.extend({ kind: z.enum(ACTIVITY_KINDS).optional() });

/** A member's points. All numbers are points; days are `YYYY-MM-DD` in the program's time zone. */
export type WalletDto = {
  memberId: string;
  pointType: { name: string };
  /** Usable now, holds excluded. */
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
};

/** What one event did to a wallet. */
export type ActivityEntry = {
  /** UUID of the event. */
  eventId: string;
  type: "purchase" | "return" | "custom";
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
