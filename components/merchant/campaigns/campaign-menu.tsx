"use client";

import { Braces, CirclePause, CirclePlay, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { CampaignDefinition, CampaignState } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import { JsonDialog } from "./builder/json-dialog";
import { CampaignMenuItems } from "./campaign-menu-items";
import type { CampaignActions } from "./server-actions";
import { useCampaignActions } from "./use-campaign-actions";

/** What can be done with the campaign that is on the page. */
export function CampaignMenu({
  id,
  state,
  hasDraft,
  actions,
  definition,
  onReplace,
}: {
  /** TypeID */
  id: string;
  state: CampaignState;
  hasDraft: boolean;
  actions: CampaignActions;
  /** What is on screen. */
  definition: CampaignDefinition;
  /** Takes another definition instead; left out where the reader may not edit. */
  onReplace?: (definition: CampaignDefinition) => void;
}) {
  const mayLaunch = usePortal().permissions.includes("campaigns:launch");
  const [showsJson, setShowsJson] = useState(false);
  const { ask, duplicate, dialog } = useCampaignActions({ id, state, actions, isOnItsPage: true });
  return (
    <>
      {mayLaunch && state === "active" && (
        <Button onClick={() => ask("pause")}>
          <CirclePause aria-hidden="true" />
          Pause
        </Button>
      )}
      {mayLaunch && state === "paused" && (
        <Button onClick={() => ask("resume")}>
          <CirclePlay aria-hidden="true" />
          Resume
        </Button>
      )}
      <Menu trigger={<IconButton label="More actions" icon={<MoreHorizontal />} outlined />}>
        <MenuItem icon={<Braces aria-hidden="true" />} onSelect={() => setShowsJson(true)}>
          {onReplace ? "View or paste JSON" : "View as JSON"}
        </MenuItem>
        <CampaignMenuItems
          state={state}
          hasDraft={hasDraft}
          showsPause={false}
          onAsk={ask}
          onDuplicate={duplicate}
        />
      </Menu>
      <JsonDialog
        definition={definition}
        open={showsJson}
        onOpenChange={setShowsJson}
        onReplace={onReplace}
      />
      {dialog}
    </>
  );
}
