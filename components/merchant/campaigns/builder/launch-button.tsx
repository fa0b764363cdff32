"use client";

import { Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import type { LaunchCampaign } from "../server-actions";
import { Consequences } from "./consequences";

/** Puts the draft into force, after showing what it says, whom it is for and what it may cost. */
export function LaunchButton({
  id,
  definition,
  sentence,
  liveSentence,
  problemCount,
  flush,
  launch,
}: {
  /** TypeID */
  id: string;
  definition: CampaignDefinition;
  sentence: string;
  /** What runs now; null where nothing does. */
  liveSentence: string | null;
  problemCount: number;
  flush: () => Promise<{ version: number; savedAt: string }>;
  launch: LaunchCampaign;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const seen = await flush();
    const result = await launch({ program: program.slug, id, ...seen });
    if (!result.ok) throw new Error(result.error.message);
    toast.success("Launched", "Every event posted from now on is held against it.");
    router.refresh();
  }

  const button = (
    <Button
      variant="accent"
      disabled={problemCount > 0}
      data-shortcut="submit"
      aria-keyshortcuts="Control+Enter"
    >
      <Rocket aria-hidden="true" />
      {liveSentence === null ? "Launch" : "Launch changes"}
    </Button>
  );
  if (problemCount > 0) return button;
  return (
    <ConfirmDialog
      trigger={button}
      title={liveSentence === null ? "Launch this campaign?" : "Launch these changes?"}
      description={
        liveSentence === null
          ? "It applies to every event posted from now on, and to none before. This version can no longer be edited; you can pause or end the campaign at any time."
          : "The new version replaces the one that is live, for every event posted from now on. What has been given stays."
      }
      confirmLabel="Launch"
      confirmVariant="accent"
      onConfirm={confirm}
    >
      <Consequences definition={definition} sentence={sentence} liveSentence={liveSentence} />
    </ConfirmDialog>
  );
}
