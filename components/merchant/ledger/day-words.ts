import type { Tone } from "@/components/ui/badge";
import type { DayRunDto, DayRunState, DayStepName } from "@/lib/day-runs/schema";

export const STATE_WORDS: Record<DayRunState, { label: string; tone: Tone }> = {
  running: { label: "Running", tone: "info" },
  finished: { label: "Closed", tone: "good" },
  failed: { label: "Stopped", tone: "bad" },
};

/** What each step does, and what it counts. */
const STEP_WORDS: Record<DayStepName, { doing: string; counted: string }> = {
  activation: { doing: "Activating", counted: "members" },
  expiry: { doing: "Expiring", counted: "members" },
  vouchers: { doing: "Ending vouchers", counted: "vouchers" },
  birthdays: { doing: "Noticing birthdays", counted: "members" },
  statements: { doing: "Making statements", counted: "lanes" },
};

/** `Expiring: 1,500 of 5,000 members`; null before the first step. */
export function progressInWords(
  { step, progress: { due, done } }: Pick<DayRunDto, "step" | "progress">,
  number: (value: number) => string,
): string | null {
  if (step === null) return null;
  const { doing, counted } = STEP_WORDS[step];
  return `${doing}: ${number(done)} of ${number(due)} ${counted}`;
}

/** `1 set aside, 2 made up for`: what could not be done with everybody else's. */
export function setAsideInWords(
  { open, settled }: Pick<DayRunDto["setAside"], "open" | "settled">,
  number: (value: number) => string,
): string {
  const parts = [open > 0 && `${number(open)} set aside`, settled > 0 && `${number(settled)} made up for`];
  return parts.filter((part) => part !== false).join(", ");
}

/** How long a run took: `0.4 s`, `12 s`, `3 min 5 s`. */
export function durationInWords(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
