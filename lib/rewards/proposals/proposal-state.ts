import type { RewardState } from "../reward-content";
import type { ProposalDto } from "../reward-dto";

type Kept = {
  state: RewardState;
  proposedBy: string | null;
  proposedAt: Date | null;
  publishedAt: Date | null;
  returnedNote: string | null;
};

/** Where the proposal stands that a reward came from. What the program has published or put away once is decided. */
export function proposalState({
  state,
  proposedAt,
  publishedAt,
  returnedNote,
}: Omit<Kept, "proposedBy">): ProposalDto["state"] {
  if (state !== "draft" || publishedAt !== null) return "decided";
  if (proposedAt !== null) return "waiting";
  return returnedNote === null ? "drawn_up" : "returned";
}

/** Whether a reward is still in the hands of the partner who draws it up. */
export function isAtItsPartner(reward: Kept): boolean {
  if (reward.proposedBy === null) return false;
  const state = proposalState(reward);
  return state === "drawn_up" || state === "returned";
}
