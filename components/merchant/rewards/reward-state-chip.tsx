import { StateChip } from "@/components/ui/badge";
import type { RewardSummary } from "@/lib/rewards/schema";
import { stateInWords } from "./reward-words";

/** How a reward stands in the catalogue. */
export function RewardStateChip({ reward }: { reward: Pick<RewardSummary, "state" | "proposal"> }) {
  const { label, tone } = stateInWords(reward);
  return <StateChip tone={tone}>{label}</StateChip>;
}
