"use client";

import { Trash2 } from "lucide-react";
import { usePortal } from "@/components/merchant/portal-context";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import type { ActionResult } from "@/lib/actions";
import type { SponsorDto } from "@/lib/sponsors/schema";
import { type AddSponsor, type EditSponsor, SponsorDialog } from "./sponsor-dialog";

type SponsorActions = {
  add: AddSponsor;
  edit: EditSponsor;
  drop: (input: { program: string; code: string }) => Promise<ActionResult<unknown>>;
};

/** The companies that pay for campaigns. */
export function SponsorList({ sponsors, actions }: { sponsors: SponsorDto[]; actions: SponsorActions }) {
  const { program } = usePortal();
  const { pending, save } = useSaving();
  if (sponsors.length === 0) {
    return (
      <EmptyState title="No sponsors yet" example="“Nordic Oats pays for half of the oat drink weeks.”">
        A sponsor pays for a campaign, or for a part of it: each campaign says how much of its cost.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y border-t">
      {sponsors.map((sponsor) => (
        <li key={sponsor.code} className="flex items-center gap-4 px-4.5 py-3">
          <p className="min-w-0 flex-1 break-words font-medium">
            {sponsor.name} <span className="font-mono font-normal text-ink-3 text-xs">{sponsor.code}</span>
          </p>
          <div className="flex items-center gap-1">
            <IconButton
              label={`Remove ${sponsor.name}`}
              disabled={pending}
              onClick={() => save(() => actions.drop({ program: program.slug, code: sponsor.code }))}
              icon={<Trash2 />}
            />
            <SponsorDialog
              sponsor={sponsor}
              add={actions.add}
              edit={actions.edit}
              trigger={
                <Button size="sm" aria-label={`Rename ${sponsor.name}`}>
                  Rename
                </Button>
              }
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
