import type { Tone } from "@/components/ui/badge";
import type { CreditState } from "@/lib/credits/schema";

/** What the portal calls the state of a file of credits. */
export const STATE_WORDS: Record<CreditState, { label: string; tone: Tone }> = {
  checking: { label: "Checking", tone: "info" },
  ready: { label: "To be confirmed", tone: "warn" },
  waiting: { label: "Waiting for approval", tone: "warn" },
  posting: { label: "Posting", tone: "info" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

const REFUSAL_WORDS: Record<string, string> = {
  unknown_member: "Unknown members",
  member_closed: "Members who have left",
  repeated_line: "Repeated lines",
  points: "No whole number of points",
  points_too_many: "Too many points at once",
  missing_value: "No member named",
  missing_reason: "No reason",
  too_long: "Reason too long",
  unknown_point_type: "Unknown point types",
  column_count: "Wrong number of columns",
  encoding: "Unreadable characters",
  control_character: "Unreadable characters",
};

/** Why lines were refused, as a heading over their number. */
export function refusalInWords(code: string): string {
  return REFUSAL_WORDS[code] ?? code;
}
