"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { CampaignState } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import { QUESTIONS, type Question } from "./campaign-questions";
import type { CampaignActions } from "./server-actions";

/** What can be done with a campaign as a whole, each but duplicating after a question that says what will happen. */
export function useCampaignActions({
  id,
  state,
  actions,
  isOnItsPage,
}: {
  /** TypeID */
  id: string;
  state: CampaignState;
  actions: CampaignActions;
  isOnItsPage: boolean;
}): { ask: (question: Question) => void; duplicate: () => Promise<void>; dialog: ReactNode } {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [question, setQuestion] = useState<Question | null>(null);
  const target = { program: program.slug, id };
  const list = `/p/${program.slug}/campaigns`;

  async function duplicate() {
    const result = await actions.duplicate(target);
    if (!result.ok) return toast.failure("Not duplicated", result.error.message);
    toast.success("Duplicated", "You are looking at the copy, a draft.");
    router.push(`${list}/${result.data.id}`);
  }

  async function confirm(asked: Question) {
    const result = await actions[asked](target);
    if (!result.ok) throw new Error(result.error.message);
    toast.success(QUESTIONS[asked].done);
    if (!isOnItsPage || asked !== "remove") router.refresh();
    else if (state === "draft") router.push(list);
    // The page holds what was just thrown away: it starts from what is stored.
    else window.location.reload();
  }

  const words = question && QUESTIONS[question];
  const dialog = question && words && (
    <ConfirmDialog
      open
      onOpenChange={(open) => {
        if (!open) setQuestion(null);
      }}
      title={words.title}
      description={words.description}
      confirmLabel={words.confirm}
      confirmVariant={words.danger ? "danger" : "primary"}
      onConfirm={() => confirm(question)}
    />
  );
  return { ask: setQuestion, duplicate, dialog };
}
