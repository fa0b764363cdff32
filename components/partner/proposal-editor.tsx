"use client";

import { Archive, MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { usePortal } from "@/components/merchant/portal-context";
import type { Choices } from "@/components/merchant/rewards/editor/choices";
import { EditorFrame } from "@/components/merchant/rewards/editor/editor-frame";
import { useMoves } from "@/components/merchant/rewards/editor/use-moves";
import { type EditedReward, useReward } from "@/components/merchant/rewards/editor/use-reward";
import type { MoveReward, SaveReward } from "@/components/merchant/rewards/server-actions";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import type { RewardDto } from "@/lib/rewards/schema";
import { supplierState } from "./proposal-words";
import { SupplySection } from "./supply-section";

type ProposalActions = { send: MoveReward; withdraw: MoveReward; drop: MoveReward };

/** A reward that a company supplies, on one page, with the wallet's view of it beside. */
export function ProposalEditor({
  initial,
  choices,
  takesOrders,
  save,
  actions,
}: {
  initial: RewardDto;
  choices: Choices;
  /** Whether the company's own system takes orders. */
  takesOrders: boolean;
  save: SaveReward;
  actions: ProposalActions;
}) {
  const { program } = usePortal();
  const editing = useReward(program.slug, initial, save);
  const { reward, edited, change } = editing;
  const stands = supplierState(reward);
  const isOpen = reward.proposal?.state === "drawn_up" || reward.proposal?.state === "returned";
  return (
    <EditorFrame
      editing={editing}
      choices={choices}
      home={`/partner/${program.slug}/rewards`}
      state={<StateChip tone={stands.tone}>{stands.label}</StateChip>}
      saved={SAVE_WORDS[editing.save.kind]}
      actions={
        (isOpen || reward.proposal?.state === "waiting") && (
          <ProposalMoves editing={editing} actions={actions} isOpen={isOpen} />
        )
      }
      notice={<StandingNotice reward={reward} />}
      readOnly={!isOpen}
    >
      <SupplySection edited={edited} change={change} choices={choices} takesOrders={takesOrders} />
    </EditorFrame>
  );
}

const SAVE_WORDS = { saved: "Saved", changed: "Not saved yet", saving: "Saving", refused: "Not saved" };

/** What happens next, and who does it. */
function StandingNotice({ reward: { state, proposal } }: { reward: RewardDto }) {
  const { name } = usePortal().program;
  switch (proposal?.state) {
    case "drawn_up":
      return (
        <Notice tone="info">
          {name} does not look at it before you send it. It then says what it costs members, and publishes it.
        </Notice>
      );
    case "waiting":
      return (
        <Notice tone="info">
          {name} has it and decides. Take it back where you want to change something.
        </Notice>
      );
    case "returned":
      return (
        <Notice tone="warn">
          <span className="font-medium">{name} sent it back:</span> {proposal.note}
        </Notice>
      );
    default:
      return (
        <Notice tone="info">
          {state === "published"
            ? `It is in the catalogue. ${name} looks after its words and its price; you keep its stock and codes.`
            : `${name} looks after this reward. Ask there for changes.`}
        </Notice>
      );
  }
}

function ProposalMoves({
  editing,
  actions,
  isOpen,
}: {
  editing: EditedReward;
  actions: ProposalActions;
  isOpen: boolean;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const { pending, move } = useMoves(editing, actions, isOpen);
  return (
    <>
      {isOpen ? (
        <Button
          variant="primary"
          pending={pending}
          onClick={() => move("send", `${program.name} has it now`)}
        >
          Send to {program.name}
        </Button>
      ) : (
        <Button pending={pending} onClick={() => move("withdraw", "It is your draft again")}>
          Take back
        </Button>
      )}
      <Menu trigger={<IconButton label="More actions" icon={<MoreHorizontal />} />}>
        <MenuItem
          icon={<Archive />}
          onSelect={() =>
            move("drop", "It is put away", () => router.push(`/partner/${program.slug}/rewards`))
          }
        >
          Put away
        </MenuItem>
      </Menu>
    </>
  );
}
