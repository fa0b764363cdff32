"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { CampaignDto } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import type { RestoreVersion } from "../server-actions";

/** Makes the draft say what an earlier version said, after a question, and opens it. */
export function RestoreVersionButton({
  id,
  campaign: { version, savedAt, hasDraft, liveVersion },
  restored,
  restore,
}: {
  /** TypeID */
  id: string;
  campaign: Pick<CampaignDto, "version" | "savedAt" | "hasDraft" | "liveVersion">;
  restored: number;
  restore: RestoreVersion;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();

  async function confirm() {
    const result = await restore({ program: program.slug, id, version, savedAt, restore: restored });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(`The draft says what v${restored} said`, "Launch it for it to run.");
    router.push(`/p/${program.slug}/campaigns/${id}`);
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          Restore<span className="sr-only"> v{restored}</span>
        </Button>
      }
      title={`Go back to v${restored}?`}
      description={`${
        hasDraft
          ? `The draft v${version} then says what v${restored} said. What it says now is lost.`
          : `A new draft, v${version + 1}, then says what v${restored} said.`
      } ${liveVersion === null ? "Nothing runs" : `v${liveVersion} stays in force`} until you launch the draft.`}
      confirmLabel="Restore"
      confirmVariant={hasDraft ? "danger" : "primary"}
      onConfirm={confirm}
    />
  );
}
