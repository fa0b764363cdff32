import type { Tone } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format";
import type { ExampleKind, SimulationDto, SimulationMode, SimulationState } from "@/lib/simulations/schema";

/** What the portal calls the state of a simulation. */
export const STATE_WORDS: Record<SimulationState, { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "info" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const MODE_WORDS: Record<SimulationMode, { label: string; hint: string }> = {
  on_top: { label: "Beside the live campaigns", hint: "A new version takes the place of the live one." },
  instead: { label: "Instead of live campaigns", hint: "All of them step aside, or those that you choose." },
  alone: { label: "Alone", hint: "Nothing else gives anything, and it is compared with giving nothing." },
};

export const EXAMPLE_WORDS: Record<ExampleKind, { label: string; about: string }> = {
  biggest: { label: "Biggest", about: "Events for which it gave the most." },
  capped: { label: "Limited", about: "Events for which a limit cut what it would have given." },
  suppressed: { label: "Suppressed", about: "Events for which another campaign came first." },
  held_out: { label: "Held out", about: "Events of members in its control group." },
  near_miss: {
    label: "Near misses",
    about: "Events that came close: everything but what was seen in them fitted.",
  },
};

/** What a simulation went through: "1 Sep – 30 Nov 2026", "A file", "One basket". */
export function sourceInWords({ source }: Pick<SimulationDto, "source">, locale: string): string {
  if (source.kind === "file") return "A file";
  if (source.kind === "basket" || source.from === null || source.to === null) return "One basket";
  return `${formatDay(source.from, "date", locale)} – ${formatDay(source.to, "date", locale)}`;
}
