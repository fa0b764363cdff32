"use client";

import { Archive, Copy, EyeOff, MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { RewardDto } from "@/lib/rewards/schema";
import { ProposalNotice } from "../proposal-notice";
import { RewardStateChip } from "../reward-state-chip";
import type { ReturnProposal, RewardActions, SaveReward } from "../server-actions";
import { AvailabilitySection } from "./availability-section";
import type { Choices } from "./choices";
import { DeliverySection } from "./delivery-section";
import { EditorFrame } from "./editor-frame";
import { PriceSection } from "./price-section";
import { useMoves } from "./use-moves";
import { type EditedReward, type SaveState, useReward } from "./use-reward";

/** One reward on one page: what it is, costs and takes, with the wallet's view of it beside. */
export function RewardEditor({
  initial,
  choices,
  save,
  actions,
  sendBack,
  readOnly,
}: {
  initial: RewardDto;
  choices: Choices;
  save: SaveReward;
  actions: RewardActions;
  sendBack: ReturnProposal;
  /** For those who may look at it only. */
  readOnly: boolean;
}) {
  const { program } = usePortal();
  const editing = useReward(program.slug, initial, save);
  const { reward, edited, change } = editing;
  const own = { edited, change, choices };
  // What a company is at work on is the company's until it is sent.
  const isAtItsPartner = reward.proposal?.state === "drawn_up" || reward.proposal?.state === "returned";
  return (
    <EditorFrame
      editing={editing}
      choices={choices}
      home={`/p/${program.slug}/rewards`}
      state={<RewardStateChip reward={reward} />}
      saved={savedInWords(editing.save, reward.state === "draft")}
      actions={
        !readOnly && <EditorActions editing={editing} actions={actions} canPublish={!isAtItsPartner} />
      }
      notice={
        reward.proposal && (
          <ProposalNotice id={reward.id} proposal={reward.proposal} {...(!readOnly && { sendBack })} />
        )
      }
      readOnly={readOnly || isAtItsPartner}
    >
      <PriceSection {...own} />
      <DeliverySection {...own} />
      <AvailabilitySection {...own} />
    </EditorFrame>
  );
}

function savedInWords({ kind }: SaveState, isDraft: boolean): string | null {
  const words = {
    saved: isDraft ? "Saved" : null,
    changed: isDraft ? "Not saved yet" : "Changes are not live yet",
    saving: "Saving",
    refused: "Not saved",
  };
  return words[kind];
}

function EditorActions({
  editing,
  actions,
  canPublish,
}: {
  editing: EditedReward;
  actions: RewardActions;
  canPublish: boolean;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const { pending, move } = useMoves(editing, actions);
  const { reward, save, problems } = editing;
  const isChanged = save.kind !== "saved";

  return (
    <>
      {reward.state !== "draft" && isChanged && (
        <>
          <Button onClick={editing.discard}>Discard</Button>
          <Button
            variant="primary"
            pending={save.kind === "saving"}
            disabled={problems.length > 0 && save.kind !== "refused"}
            onClick={async () => {
              if (await editing.flush()) toast.success("Members see it like this now");
            }}
          >
            Save changes
          </Button>
        </>
      )}
      {reward.state === "draft" && canPublish && (
        <Button
          variant="primary"
          pending={pending}
          onClick={() => move("publish", `${editing.edited.name} is in the catalogue`)}
        >
          Publish
        </Button>
      )}
      <Menu trigger={<IconButton label="More actions" icon={<MoreHorizontal />} />}>
        <MenuItem
          icon={<Copy />}
          onSelect={() =>
            move("duplicate", "A copy is made", (copy) =>
              router.push(`/p/${program.slug}/rewards/${copy.id}`),
            )
          }
        >
          Duplicate
        </MenuItem>
        {reward.state !== "draft" && (
          <MenuItem icon={<EyeOff />} onSelect={() => move("unpublish", "It is a draft now")}>
            {reward.state === "archived" ? "Take out of the archive" : "Take out of the catalogue"}
          </MenuItem>
        )}
        {reward.state !== "archived" && (
          <MenuItem icon={<Archive />} onSelect={() => move("archive", "It is archived")}>
            Archive
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
