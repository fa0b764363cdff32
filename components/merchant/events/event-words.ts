import type { Tone } from "@/components/ui/badge";
import type { EventStatus } from "@/lib/events/schema";

/** What the portal calls the state of an event. */
export const STATUS_WORDS: Record<EventStatus, { label: string; tone: Tone }> = {
  queued: { label: "Queued", tone: "info" },
  posted: { label: "Posted", tone: "good" },
  dead: { label: "Failed", tone: "bad" },
};

/** What the portal calls a kind of event: "custom:store_visit" is "Store visit". */
export function typeInWords(type: string): string {
  if (type === "purchase") return "Purchase";
  if (type === "return") return "Return";
  const words = type.replace(/^custom:/, "").replace(/[_.-]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
