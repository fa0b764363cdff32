import { type Day, type Window, windowStart } from "@/lib/core/calendar";

/** The first day of the window that a day lies in. */
export function windowStartOf(day: Day, window: Window): Day {
  return windowStart(new Date(`${day}T12:00:00Z`), "UTC", window);
}
