"use client";

import { MoreHorizontal } from "lucide-react";
import { Menu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { CampaignState } from "@/lib/campaigns/schema";
import { CampaignMenuItems } from "./campaign-menu-items";
import type { CampaignActions } from "./server-actions";
import { useCampaignActions } from "./use-campaign-actions";

/** What can be done with a campaign from the list. */
export function CampaignRowMenu({
  id,
  name,
  state,
  hasDraft,
  actions,
}: {
  /** TypeID */
  id: string;
  name: string;
  state: CampaignState;
  hasDraft: boolean;
  actions: CampaignActions;
}) {
  const { ask, duplicate, dialog } = useCampaignActions({ id, state, actions, isOnItsPage: false });
  return (
    // Above the link that covers the row.
    <span className="relative z-10">
      <Menu trigger={<IconButton size="sm" label={`Actions of ${name}`} icon={<MoreHorizontal />} />}>
        <CampaignMenuItems state={state} hasDraft={hasDraft} showsPause onAsk={ask} onDuplicate={duplicate} />
      </Menu>
      {dialog}
    </span>
  );
}
