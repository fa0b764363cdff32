import { instantOfLocal } from "@/lib/core/calendar";
import { TIME_FORMATS, type TimeFormat } from "./schema";

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${CLOCK}\s*(Z|[+-]\d{2}:?\d{2})?)?$`, "i");
const NAMED_ORDER = new RegExp(
  String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[T ,]+${CLOCK}\s*([AP]M)?)?$`,
  "i",
);
const EPOCH = /^\d{1,14}$/;
const MILLISECONDS_OF_YEAR_10000 = 253_402_300_800_000;

/**
 * The instant that a text means in the given format, or null when it means none (a 30th of February, too).
 * Times without an offset are wall-clock times in `timeZone`; a date alone is its midnight there.
 */
export function parseOccurredAt(text: string, format: TimeFormat, timeZone: string): Date | null {
  const value = text.trim();
  switch (format) {
    case "iso": {
      const match = ISO.exec(value);
      if (!match) return null;
      const [, year, month, day, hour, minute, second, fraction, offset] = match;
      return instant({ year, month, day, hour, minute, second, fraction }, offset, timeZone);
    }
    case "day_first":
    case "month_first": {
      const match = NAMED_ORDER.exec(value);
      if (!match) return null;
      const [, first, other, year, hour, minute, second, fraction, half] = match;
      const [day, month] = format === "day_first" ? [first, other] : [other, first];
      const hour24 = half ? toHour24(hour, half) : hour;
      if (half && hour24 === undefined) return null;
      return instant({ year, month, day, hour: hour24, minute, second, fraction }, undefined, timeZone);
    }
    case "epoch_seconds":
      return fromEpoch(value, 1000);
    case "epoch_milliseconds":
      return fromEpoch(value, 1);
  }
}

/** The first format that every sample can be read in; null when there is none. */
export function guessTimeFormat(samples: readonly string[]): TimeFormat | null {
  const filled = samples.filter((sample) => sample.trim() !== "");
  if (filled.length === 0) return null;
  const candidates = filled.every((sample) => EPOCH.test(sample.trim()))
    ? [filled.every((sample) => sample.trim().length >= 12) ? "epoch_milliseconds" : "epoch_seconds"]
    : TIME_FORMATS.filter((format) => !format.startsWith("epoch"));
  const found = candidates.find((format) =>
    filled.every((sample) => parseOccurredAt(sample, format as TimeFormat, "UTC") !== null),
  );
  return (found as TimeFormat | undefined) ?? null;
}

type Fields = Record<
  "year" | "month" | "day" | "hour" | "minute" | "second" | "fraction",
  string | undefined
>;

function instant(fields: Fields, offset: string | undefined, timeZone: string): Date | null {
  const {
    year = "",
    month = "",
    day = "",
    hour = "00",
    minute = "00",
    second = "00",
    fraction = "",
  } = fields;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const local = `${date}T${hour.padStart(2, "0")}:${minute}:${second}.${milliseconds}`;
  const asUtc = new Date(`${local}Z`);
  // JavaScript reads a 31st of April as the 1st of May; a file that says so is wrong.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== date) return null;
  if (!offset) return instantOfLocal(local, timeZone);
  if (offset.toUpperCase() === "Z") return asUtc;
  const moved = new Date(
    `${local}${offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset}`,
  );
  return Number.isNaN(moved.getTime()) ? null : moved;
}

function toHour24(hour: string | undefined, half: string): string | undefined {
  const value = Number(hour);
  if (value < 1 || value > 12) return undefined;
  return String((value % 12) + (half.toUpperCase() === "PM" ? 12 : 0));
}

function fromEpoch(value: string, factor: number): Date | null {
  if (!EPOCH.test(value)) return null;
  const milliseconds = Number(value) * factor;
  return milliseconds < MILLISECONDS_OF_YEAR_10000 ? new Date(milliseconds) : null;
}
