"use client";

import { Archive, MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import type { Choices } from "@/components/merchant/rewards/editor/choices";
import { Problems } from "@/components/merchant/rewards/editor/fields";
import { RewardPreview } from "@/components/merchant/rewards/editor/reward-preview";
import { TextSection } from "@/components/merchant/rewards/editor/text-section";
import { type EditedReward, useReward } from "@/components/merchant/rewards/editor/use-reward";
import { KIND_WORDS } from "@/components/merchant/rewards/reward-words";
import type { MoveReward, SaveReward } from "@/components/merchant/rewards/server-actions";
import { StateChip } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { useToast } from "@/components/ui/toast";
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
  const { reward, edited, change, problems } = editing;
  const stands = supplierState(reward);
  const isOpen = reward.proposal?.state === "drawn_up" || reward.proposal?.state === "returned";
  return (
    <>
      <PageHeader
        title={edited.name || "Without a name"}
        description={KIND_WORDS[edited.kind].label}
        crumbs={[{ href: `/partner/${program.slug}/rewards`, label: "Rewards" }]}
        state={
          <>
            <StateChip tone={stands.tone}>{stands.label}</StateChip>
            {isOpen && (
              <span role="status" className="text-ink-3 text-xs">
                {SAVE_WORDS[editing.save.kind]}
              </span>
            )}
          </>
        }
        actions={
          (isOpen || reward.proposal?.state === "waiting") && (
            <ProposalMoves editing={editing} actions={actions} isOpen={isOpen} />
          )
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <Problems value={problems}>
          <div className="flex min-w-0 flex-col gap-6">
            <StandingNotice reward={reward} />
            {editing.save.kind === "refused" && <Notice tone="bad">{editing.save.message}</Notice>}
            {problems.length > 0 && editing.save.kind !== "refused" && (
              <Notice tone="warn">{problems.map(({ detail }) => detail).join(" ")}</Notice>
            )}
            <fieldset
              disabled={!isOpen}
              aria-label="The reward"
              className="flex min-w-0 flex-col gap-6 rounded-lg border bg-surface p-4.5"
            >
              <TextSection
                edited={edited}
                change={change}
                expectPicture={editing.expectPicture}
                choices={choices}
              />
              <SupplySection edited={edited} change={change} choices={choices} takesOrders={takesOrders} />
            </fieldset>
          </div>
        </Problems>
        <div className="xl:sticky xl:top-6">
          <RewardPreview id={reward.id} edited={edited} choices={choices} />
        </div>
      </div>
    </>
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
  const toast = useToast();
  const [pending, start] = useTransition();
  const { reward } = editing;

  const move = (action: keyof ProposalActions, done: string, home?: string) =>
    start(async () => {
      if (isOpen && !(await editing.flush())) return;
      const result = await actions[action]({ program: program.slug, id: reward.id });
      if (!result.ok) {
        editing.show(result.error.fields?.map(({ pointer, detail }) => ({ pointer, detail })) ?? []);
        toast.failure(result.error.message);
        return;
      }
      toast.success(done);
      if (home === undefined) editing.adopt(result.data);
      else router.push(home);
      router.refresh();
    });

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
          onSelect={() => move("drop", "It is put away", `/partner/${program.slug}/rewards`)}
        >
          Put away
        </MenuItem>
      </Menu>
    </>
  );
}
