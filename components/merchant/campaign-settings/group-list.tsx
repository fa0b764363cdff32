"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { usePortal } from "@/components/merchant/portal-context";
import { useSaving } from "@/components/merchant/use-saving";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import type { ActionResult } from "@/lib/actions";
import { type GroupDto, POLICY_WORDS } from "@/lib/campaign-groups/schema";
import { type AddGroup, type EditGroup, GroupDialog } from "./group-dialog";

type GroupActions = {
  add: AddGroup;
  edit: EditGroup;
  sort: (input: { program: string; codes: string[] }) => Promise<ActionResult<unknown>>;
  drop: (input: { program: string; code: string }) => Promise<ActionResult<unknown>>;
};

/** The groups in the order in which they are worked through, with the built-in last one. */
export function GroupList({ groups, actions }: { groups: GroupDto[]; actions: GroupActions }) {
  const { program } = usePortal();
  const { pending, save } = useSaving();
  if (groups.length === 0) {
    return (
      <EmptyState
        title="No groups yet"
        example="“Of the seasonal offers, members get the one that gives them most.”"
      >
        Without groups, all campaigns whose conditions hold give what they give. A group says how its
        campaigns go together.
      </EmptyState>
    );
  }
  const move = (index: number, by: -1 | 1) => {
    const codes = groups.map(({ code }) => code);
    const [moved] = codes.splice(index, 1);
    if (moved !== undefined) codes.splice(index + by, 0, moved);
    save(() => actions.sort({ program: program.slug, codes }));
  };
  return (
    <>
      <p className="max-w-prose text-pretty px-4.5 pb-3 text-ink-2">
        They are worked through in this order. Multipliers raise what campaigns of their own group and of
        those above it earn, so what gives base points belongs above what multiplies them.
      </p>
      <ol className="divide-y border-t">
        {groups.map((group, index) => (
          <li key={group.code} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4.5 py-3">
            <span className="w-5 text-ink-3 tabular-nums">{index + 1}</span>
            <div className="min-w-40 flex-1">
              <p className="break-words font-medium">
                {group.name} <span className="font-mono font-normal text-ink-3 text-xs">{group.code}</span>
              </p>
              <p className="mt-0.5 text-pretty text-ink-2">{POLICY_WORDS[group.policy].meaning}</p>
            </div>
            <div className="flex items-center gap-1">
              <IconButton
                label={`Move ${group.name} up`}
                disabled={pending || index === 0}
                onClick={() => move(index, -1)}
                icon={<ArrowUp />}
              />
              <IconButton
                label={`Move ${group.name} down`}
                disabled={pending || index === groups.length - 1}
                onClick={() => move(index, 1)}
                icon={<ArrowDown />}
              />
              <IconButton
                label={`Remove ${group.name}`}
                disabled={pending}
                onClick={() => save(() => actions.drop({ program: program.slug, code: group.code }))}
                icon={<Trash2 />}
              />
              <GroupDialog
                group={group}
                add={actions.add}
                edit={actions.edit}
                trigger={
                  <Button size="sm" aria-label={`Edit ${group.name}`}>
                    Edit
                  </Button>
                }
              />
            </div>
          </li>
        ))}
        <li className="flex items-center gap-4 px-4.5 py-3 text-ink-2">
          <span className="w-5 text-ink-3 tabular-nums">{groups.length + 1}</span>
          <span>Campaigns without a group: all of them apply.</span>
        </li>
      </ol>
    </>
  );
}
