import { z } from "zod";
import { type MemberTest, memberTest } from "./audience";
import {
  type ComparingCondition,
  comparingCondition,
  type DistanceCondition,
  distanceCondition,
} from "./comparing";
import { type ComparisonTest, comparison, fieldError, text } from "./comparison";
import { type HistoryCondition, historyCondition } from "./history";
import { type LineFilter, lineFilter } from "./line-filter";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time such as 07:00.");

export const EVENT_FIELDS = ["amountMinor", "store", "channel", "device"] as const;

const noField = fieldError("A field is amountMinor, store, channel, device or attributes.<name>.");

export type Condition =
  | { kind: "all" | "any"; conditions: Condition[] }
  | { kind: "not"; condition: Condition }
  | { kind: "event"; field: string; test: ComparisonTest }
  | {
      kind: "time";
      weekdays?: number[] | undefined;
      monthDays?: number[] | undefined;
      from?: string | undefined;
      to?: string | undefined;
    }
  | { kind: "dates"; from: string; to: string; yearly: boolean }
  | { kind: "lines"; quantifier: "any" | "all" | "none"; filter: LineFilter }
  | {
      kind: "basket";
      measure: "lines" | "quantity" | "amountMinor";
      filter?: LineFilter | undefined;
      op: "at_least" | "at_most";
      value: number;
    }
  | ({ kind: "member" } & MemberTest)
  | { kind: "anniversary"; of: "birthday" | "joining"; daysBefore: number; daysAfter: number }
  | { kind: "anniversary_month"; of: "birthday" | "joining" }
  | { kind: "code"; codes: string[] }
  | ComparingCondition
  | DistanceCondition
  | HistoryCondition;

const of = z.enum(["birthday", "joining"]);

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum(["all", "any"]),
      conditions: z.array(condition).min(1, "A group holds at least one condition.").max(20),
    }),
    z.strictObject({ kind: z.literal("not"), condition }),
    z.strictObject({
      kind: z.literal("event"),
      field: z.union(
        [
          z.enum(EVENT_FIELDS),
          z.string().regex(/^attributes\.[A-Za-z][A-Za-z0-9_.-]{0,63}$/, { error: noField }),
        ],
        { error: noField },
      ),
      test: comparison,
    }),
    z
      .strictObject({
        kind: z.literal("time"),
        /** 1 Monday … 7 Sunday */
        weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
        /** Days of the month; 31 stands for the last one where a month is shorter. */
        monthDays: z.array(z.int().min(1).max(31)).min(1).max(31).optional(),
        /** From this time of day on … */
        from: clock.optional(),
        /** … until before this one; earlier than `from`: over midnight. */
        to: clock.optional(),
      })
      .refine(
        (value) => value.weekdays || value.monthDays || value.from || value.to,
        "Choose days, hours, or both.",
      )
      .refine(
        (value) => (value.from === undefined) === (value.to === undefined),
        "Hours need a beginning and an end.",
      )
      .refine((value) => value.from === undefined || value.from !== value.to, "The hours are empty."),
    z.strictObject({
      kind: z.literal("dates"),
      /** First day, and … */
      from: z.iso.date(),
      /** … the last one, both in the program's time zone. */
      to: z.iso.date(),
      /** The same days of every year; the years of `from` and `to` do not matter then. */
      yearly: z.boolean().default(false),
    }),
    z.strictObject({
      kind: z.literal("lines"),
      quantifier: z.enum(["any", "all", "none"]),
      filter: lineFilter,
    }),
    z.strictObject({
      kind: z.literal("basket"),
      measure: z.enum(["lines", "quantity", "amountMinor"]),
      filter: lineFilter.optional(),
      op: z.enum(["at_least", "at_most"]),
      value: z.number().min(0).max(100_000_000_000),
    }),
    memberTest.extend({ kind: z.literal("member") }),
    z.strictObject({
      kind: z.literal("anniversary"),
      of,
      /** Days around the day itself: 0 and 0 are that day only. */
      daysBefore: z.int().min(0).max(60).default(0),
      daysAfter: z.int().min(0).max(60).default(0),
    }),
    z.strictObject({ kind: z.literal("anniversary_month"), of }),
    z.strictObject({
      kind: z.literal("code"),
      /** One of these was entered with the purchase. */
      codes: z.array(text(64)).min(1, "Add at least one code that members enter.").max(500),
    }),
    comparingCondition,
    distanceCondition,
    historyCondition,
  ]),
);
