"use client";

import { Archive, Copy, EyeOff, MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { usePortal } from "@/components/merchant/portal-context";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { useToast } from "@/components/ui/toast";
import type { RewardDto } from "@/lib/rewards/schema";
import { ProposalNotice } from "../proposal-notice";
import { RewardStateChip } from "../reward-state-chip";
import { KIND_WORDS } from "../reward-words";
import type { ReturnProposal, RewardActions, SaveReward } from "../server-actions";
import { AvailabilitySection } from "./availability-section";
import type { Choices } from "./choices";
import { DeliverySection } from "./delivery-section";
import { Problems } from "./fields";
import { PriceSection } from "./price-section";
import { RewardPreview } from "./reward-preview";
import { TextSection } from "./text-section";
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
  const { reward, edited, change, problems } = editing;
  const elsewhere = problems.filter(({ pointer }) => pointer === "");
  return (
    <>
      <PageHeader
        title={edited.name || "Without a name"}
        description={KIND_WORDS[edited.kind].label}
        crumbs={[{ href: `/p/${program.slug}/rewards`, label: "Rewards" }]}
        state={
          <>
            <RewardStateChip reward={reward} />
            {!readOnly && <SavedNote save={editing.save} isDraft={reward.state === "draft"} />}
          </>
        }
        actions={!readOnly && <EditorActions editing={editing} actions={actions} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <Problems value={problems}>
          <div className="flex min-w-0 flex-col gap-6">
            {reward.proposal && (
              <ProposalNotice id={reward.id} proposal={reward.proposal} {...(!readOnly && { sendBack })} />
            )}
            {editing.save.kind === "refused" && <Notice tone="bad">{editing.save.message}</Notice>}
            {problems.length > 0 && editing.save.kind !== "refused" && (
              <Notice tone="warn">
                {problems.map(({ detail }) => detail).join(" ")}
                {elsewhere.length === 0 && " The fields say where."}
              </Notice>
            )}
            <fieldset
              disabled={readOnly}
              aria-label="The reward"
              className="flex min-w-0 flex-col gap-6 rounded-lg border bg-surface p-4.5"
            >
              <TextSection
                edited={edited}
                change={change}
                expectPicture={editing.expectPicture}
                choices={choices}
              />
              <PriceSection edited={edited} change={change} choices={choices} />
              <DeliverySection edited={edited} change={change} choices={choices} />
              <AvailabilitySection edited={edited} change={change} choices={choices} />
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

/** Whether what is on screen is kept. */
function SavedNote({ save, isDraft }: { save: SaveState; isDraft: boolean }) {
  const words = {
    saved: isDraft ? "Saved" : null,
    changed: isDraft ? "Not saved yet" : "Changes are not live yet",
    saving: "Saving",
    refused: "Not saved",
  }[save.kind];
  return (
    <span role="status" className="text-ink-3 text-xs">
      {words}
    </span>
  );
}

function EditorActions({ editing, actions }: { editing: EditedReward; actions: RewardActions }) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const { reward, save, problems } = editing;
  const of = { program: program.slug, id: reward.id };
  const isChanged = save.kind !== "saved";
  const isAtItsPartner = reward.proposal?.state === "drawn_up" || reward.proposal?.state === "returned";

  const move = (action: keyof RewardActions, done: string, then?: (moved: RewardDto) => void) =>
    start(async () => {
      if (!(await editing.flush())) return;
      const result = await actions[action](of);
      if (!result.ok) {
        editing.show(result.error.fields?.map(({ pointer, detail }) => ({ pointer, detail })) ?? []);
        toast.failure(result.error.message);
        return;
      }
      toast.success(done);
      if (then) then(result.data);
      else editing.adopt(result.data);
      router.refresh();
    });

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
      {reward.state === "draft" && !isAtItsPartner && (
        <Button
          variant="primary"
          pending={pending}
          onClick={() => move("publish", `${reward.name} is in the catalogue`)}
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
