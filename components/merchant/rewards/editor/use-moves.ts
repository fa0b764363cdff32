"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { useToast } from "@/components/ui/toast";
import type { RewardDto } from "@/lib/rewards/schema";
import type { MoveReward } from "../server-actions";
import type { EditedReward } from "./use-reward";

/**
 * Moves a reward on, once what is on screen is saved. What keeps it from moving is shown at its fields.
 * @param saves whether there can be something to save first
 */
export function useMoves<Name extends string>(
  editing: EditedReward,
  actions: Record<Name, MoveReward>,
  saves = true,
): { pending: boolean; move: (action: Name, done: string, then?: (moved: RewardDto) => void) => void } {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const move = (action: Name, done: string, then: (moved: RewardDto) => void = editing.adopt) =>
    start(async () => {
      if (saves && !(await editing.flush())) return;
      const result = await actions[action]({ program: program.slug, id: editing.reward.id });
      if (!result.ok) {
        editing.show(result.error.fields?.map(({ pointer, detail }) => ({ pointer, detail })) ?? []);
        toast.failure(result.error.message);
        return;
      }
      toast.success(done);
      then(result.data);
      router.refresh();
    });
  return { pending, move };
}
