import type { z } from "zod";
import type { ActionResult } from "@/lib/actions";
import type { CategoryDto, NewReward, RewardDto, rewardChange } from "@/lib/rewards/schema";

type InProgram = { program: string };
type OfReward = InProgram & { id: string };
type Done<Data> = Promise<ActionResult<Data>>;

/** What the portal's pages hand to the components that change rewards. Ids are TypeIDs. */
export type CreateReward = (input: InProgram & Pick<NewReward, "kind" | "name">) => Done<{ id: string }>;
export type SaveReward = (input: OfReward & { change: z.input<typeof rewardChange> }) => Done<RewardDto>;
export type MoveReward = (input: OfReward) => Done<RewardDto>;
export type RewardActions = {
  publish: MoveReward;
  unpublish: MoveReward;
  archive: MoveReward;
  duplicate: MoveReward;
};
export type ReturnProposal = (input: OfReward & { note: string }) => Done<RewardDto>;
export type OrderRewards = (input: InProgram & { rewardIds: string[] }) => Done<{ ordered: number }>;

type CategoryTexts = InProgram & { code: string; name: string; names: Record<string, string> };
export type CategoryActions = {
  create: (input: CategoryTexts) => Done<CategoryDto>;
  change: (input: CategoryTexts) => Done<{ code: string }>;
  remove: (input: InProgram & { code: string }) => Done<{ code: string }>;
  order: (input: InProgram & { codes: string[] }) => Done<{ codes: string[] }>;
};
