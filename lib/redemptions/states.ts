/**
 * The course of a redemption: which command leads from where to where. The database refuses whatever else is tried
 * (trigger `redemption_moves_on`), whoever writes it.
 */

export const REDEMPTION_STATES = [
  "requested",
  "reserved",
  "fulfilled",
  "cancelled",
  "failed",
  "reversed",
] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

/** What people are told: the states, with a word of its own for each part of the way from reserved to fulfilled. */
export const REDEMPTION_STAGES = [
  "requested",
  "reserved",
  "accepted",
  "shipped",
  "fulfilled",
  "cancelled",
  "failed",
  "reversed",
] as const;
export type RedemptionStage = (typeof REDEMPTION_STAGES)[number];

/** How far a redemption is, in the words that people are told. */
export function stageOf({
  state,
  acceptedAt,
  shippedAt,
}: {
  state: RedemptionState;
  acceptedAt: unknown;
  shippedAt: unknown;
}): RedemptionStage {
  if (state !== "reserved") return state;
  if (shippedAt !== null) return "shipped";
  return acceptedAt === null ? "reserved" : "accepted";
}

/**
 * reserve: nothing is left to pay; accept: whoever fulfils it is at work; ship: it is on its way; fulfil: the member
 * has it; cancel: somebody calls it off; fail: it cannot be done, or its time is up; reverse: it is taken back.
 */
export const REDEMPTION_COMMANDS = [
  "reserve",
  "accept",
  "ship",
  "fulfil",
  "cancel",
  "fail",
  "reverse",
] as const;
export type RedemptionCommand = (typeof REDEMPTION_COMMANDS)[number];

const COURSE: Readonly<Record<RedemptionState, Partial<Record<RedemptionCommand, RedemptionState>>>> = {
  requested: { reserve: "reserved", cancel: "cancelled", fail: "failed" },
  reserved: {
    accept: "reserved",
    ship: "reserved",
    fulfil: "fulfilled",
    cancel: "cancelled",
    fail: "failed",
  },
  fulfilled: { reverse: "reversed" },
  cancelled: {},
  failed: {},
  reversed: {},
};

/** Where a command leads; null where it is not for this state. */
export function nextState(state: RedemptionState, command: RedemptionCommand): RedemptionState | null {
  return COURSE[state][command] ?? null;
}

/** Whether nothing can happen to it any more. */
export function isOver(state: RedemptionState): boolean {
  return Object.keys(COURSE[state]).length === 0;
}

/** Whether points and stock are set aside for it. */
export function isUnderWay(state: RedemptionState): boolean {
  return state === "requested" || state === "reserved";
}

/** Whether a member can call it off: until somebody is at work on it. */
export function canMemberCancel(state: RedemptionState, acceptedAt: unknown): boolean {
  return isUnderWay(state) && acceptedAt === null;
}
