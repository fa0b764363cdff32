"use client";

import { Braces, CirclePause, CirclePlay, Copy, MoreHorizontal, Square, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import type { CampaignDefinition, CampaignState } from "@/lib/campaigns/schema";
import { usePortal } from "../portal-context";
import { JsonDialog } from "./builder/json-dialog";
import type { CampaignActions } from "./server-actions";

type Question = "pause" | "resume" | "end" | "remove";

const QUESTIONS: Record<
  Question,
  { title: string; description: string; confirm: string; done: string; danger: boolean }
> = {
  pause: {
    title: "Pause this campaign?",
    description:
      "It gives nothing for events posted from now on, until you resume it. What it has given stays with the members.",
    confirm: "Pause",
    done: "The campaign is paused",
    danger: false,
  },
  resume: {
    title: "Resume this campaign?",
    description:
      "It runs again as it was launched, for events posted from now on. Events posted while it was paused are not made up for.",
    confirm: "Resume",
    done: "The campaign runs again",
    danger: false,
  },
  end: {
    title: "End this campaign for good?",
    description:
      "It gives nothing from now on and cannot be resumed; duplicate it to run it again. What it has given stays, and returns still take back what their purchases earned.",
    confirm: "End campaign",
    done: "The campaign has ended",
    danger: true,
  },
  remove: {
    title: "Throw these changes away?",
    description: "What was never launched is deleted. A version that is live goes on unchanged.",
    confirm: "Delete draft",
    done: "The draft is gone",
    danger: true,
  },
};

/** What can be done with a campaign as a whole, each after a question that says what will happen. */
export function CampaignMenu({
  id,
  state,
  hasDraft,
  actions,
  mayWrite,
  mayLaunch,
  definition,
  onReplace,
}: {
  /** TypeID */
  id: string;
  state: CampaignState;
  hasDraft: boolean;
  actions: CampaignActions;
  mayWrite: boolean;
  mayLaunch: boolean;
  /** What is on screen. */
  definition: CampaignDefinition;
  /** Takes another definition instead; left out where the reader may not edit. */
  onReplace?: (definition: CampaignDefinition) => void;
}) {
  const { program } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const [question, setQuestion] = useState<Question | null>(null);
  const [showsJson, setShowsJson] = useState(false);
  const target = { program: program.slug, id };
  const list = `/p/${program.slug}/campaigns`;

  async function duplicate() {
    const result = await actions.duplicate(target);
    if (!result.ok) return toast.failure("Not duplicated", result.error.message);
    toast.success("Duplicated", "You are looking at the copy, a draft.");
    router.push(`${list}/${result.data.id}`);
  }

  async function confirm(asked: Question) {
    const result = await actions[asked](target);
    if (!result.ok) throw new Error(result.error.message);
    toast.success(QUESTIONS[asked].done);
    if (asked === "remove" && state === "draft") router.push(list);
    // The page holds what was just thrown away: it starts from what is stored.
    else if (asked === "remove") window.location.reload();
    else router.refresh();
  }

  const runs = state === "active" || state === "paused";
  const words = question && QUESTIONS[question];
  return (
    <>
      {mayLaunch && state === "active" && (
        <Button onClick={() => setQuestion("pause")}>
          <CirclePause aria-hidden="true" />
          Pause
        </Button>
      )}
      {mayLaunch && state === "paused" && (
        <Button onClick={() => setQuestion("resume")}>
          <CirclePlay aria-hidden="true" />
          Resume
        </Button>
      )}
      <Menu trigger={<IconButton label="More actions" icon={<MoreHorizontal />} outlined />}>
        {mayWrite && (
          <MenuItem icon={<Copy aria-hidden="true" />} onSelect={duplicate}>
            Duplicate
          </MenuItem>
        )}
        <MenuItem icon={<Braces aria-hidden="true" />} onSelect={() => setShowsJson(true)}>
          {onReplace ? "View or paste JSON" : "View as JSON"}
        </MenuItem>
        {((mayWrite && hasDraft) || (mayLaunch && runs)) && <MenuSeparator />}
        {mayWrite && hasDraft && (
          <MenuItem icon={<Trash2 aria-hidden="true" />} danger onSelect={() => setQuestion("remove")}>
            {state === "draft" ? "Delete draft" : "Discard changes"}
          </MenuItem>
        )}
        {mayLaunch && runs && (
          <MenuItem icon={<Square aria-hidden="true" />} danger onSelect={() => setQuestion("end")}>
            End campaign
          </MenuItem>
        )}
      </Menu>
      <JsonDialog
        definition={definition}
        open={showsJson}
        onOpenChange={setShowsJson}
        onReplace={onReplace}
      />
      {question && words && (
        <ConfirmDialog
          open
          onOpenChange={(open) => {
            if (!open) setQuestion(null);
          }}
          title={words.title}
          description={words.description}
          confirmLabel={words.confirm}
          confirmVariant={words.danger ? "danger" : "primary"}
          onConfirm={() => confirm(question)}
        />
      )}
    </>
  );
}
