import type { Tone } from "@/components/ui/badge";
import type { PoolKind, PoolMemberState, PoolState } from "@/lib/pools/schema";

type Word = { label: string; tone: Tone };

export const POOL_KIND_WORDS: Record<PoolKind, string> = { household: "Household", team: "Team" };

export const POOL_STATE_WORDS: Record<PoolState, Word> = {
  active: { label: "Active", tone: "good" },
  dissolved: { label: "Dissolved", tone: "neutral" },
};

export const POOL_MEMBER_WORDS: Record<PoolMemberState, Word> = {
  active: { label: "Active", tone: "good" },
  invited: { label: "Invited", tone: "info" },
  declined: { label: "Declined", tone: "neutral" },
  left: { label: "Left", tone: "neutral" },
  removed: { label: "Removed", tone: "neutral" },
};
