"use client";

import { Archive, ArchiveRestore, CirclePause, CirclePlay, Copy, Square, Trash2 } from "lucide-react";
import { MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import type { CampaignState } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import type { Question } from "./campaign-questions";

/** What can be done with a campaign in its state, by those who may. */
export function CampaignMenuItems({
  state,
  hasDraft,
  showsPause,
  onAsk,
  onDuplicate,
}: {
  state: CampaignState;
  /** Whether there is something to throw away. */
  hasDraft: boolean;
  /** Whether pausing and resuming are among them; elsewhere they are buttons of their own. */
  showsPause: boolean;
  onAsk: (question: Question) => void;
  onDuplicate: () => void;
}) {
  const { permissions } = usePortal();
  const mayWrite = permissions.includes("campaigns:write");
  const mayLaunch = permissions.includes("campaigns:launch");
  const runs = state === "active" || state === "paused" || state === "scheduled";
  return (
    <>
      {mayLaunch && showsPause && state === "active" && (
        <MenuItem icon={<CirclePause aria-hidden="true" />} onSelect={() => onAsk("pause")}>
          Pause
        </MenuItem>
      )}
      {mayLaunch && showsPause && state === "paused" && (
        <MenuItem icon={<CirclePlay aria-hidden="true" />} onSelect={() => onAsk("resume")}>
          Resume
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem icon={<Copy aria-hidden="true" />} onSelect={onDuplicate}>
          Duplicate
        </MenuItem>
      )}
      {mayWrite && state === "ended" && (
        <MenuItem icon={<Archive aria-hidden="true" />} onSelect={() => onAsk("archive")}>
          Archive
        </MenuItem>
      )}
      {mayWrite && state === "archived" && (
        <MenuItem icon={<ArchiveRestore aria-hidden="true" />} onSelect={() => onAsk("unarchive")}>
          Bring back
        </MenuItem>
      )}
      {((mayWrite && hasDraft) || (mayLaunch && runs)) && <MenuSeparator />}
      {mayWrite && hasDraft && (
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => onAsk("remove")}>
          {state === "draft" ? "Delete draft" : "Discard changes"}
        </MenuItem>
      )}
      {mayLaunch && runs && (
        <MenuItem icon={<Square aria-hidden="true" />} danger onSelect={() => onAsk("end")}>
          End campaign
        </MenuItem>
      )}
    </>
  );
}
