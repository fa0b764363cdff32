"use client";

import { Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { usePortal } from "../../portal-context";
import type { LaunchCampaign } from "../server-actions";

/** Puts the draft into force, after showing what it says and what changes. */
export function LaunchButton({
  id,
  sentence,
  liveSentence,
  problemCount,
  flush,
  launch,
}: {
  /** TypeID */
  id: string;
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
    <Button variant="accent" disabled={problemCount > 0}>
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
      <dl className="flex flex-col gap-3 rounded-md border bg-sunken px-3.5 py-3">
        {liveSentence !== null && (
          <div>
            <dt className="text-ink-3 text-xs">Until now</dt>
            <dd className="text-ink-2">{liveSentence}</dd>
          </div>
        )}
        <div>
          <dt className="text-ink-3 text-xs">From now on</dt>
          <dd className="font-medium">{sentence}</dd>
        </div>
      </dl>
    </ConfirmDialog>
  );
}
