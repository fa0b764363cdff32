import type { CampaignDefinition } from "../language/definition";

export type ScheduledState = {
  state: "scheduled" | "active" | "ended";
  /** When the schedule changes that next; null: never. */
  changesAt: Date | null;
};

/** Where a launched campaign stands by its schedule. */
export function stateBySchedule(
  { startsAt, endsAt }: CampaignDefinition["schedule"],
  now: Date,
): ScheduledState {
  const start = startsAt === undefined ? null : new Date(startsAt);
  const end = endsAt === undefined ? null : new Date(endsAt);
  if (end !== null && end <= now) return { state: "ended", changesAt: null };
  if (start !== null && start > now) return { state: "scheduled", changesAt: start };
  return { state: "active", changesAt: end };
}
