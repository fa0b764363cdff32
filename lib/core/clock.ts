/** Where domain code takes the time from, so that every rule can be evaluated as of any instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still: for tests, seeds and replays. */
export function fixedClock(instant: Date): Clock {
  return { now: () => new Date(instant) };
}
