"use client";

import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { KIND_WORDS } from "../reward-words";
import type { Choices } from "./choices";
import { Problems } from "./fields";
import { RewardPreview } from "./reward-preview";
import { TextSection } from "./text-section";
import type { EditedReward } from "./use-reward";

/** A reward on one page, with the wallet's view of it beside: what it is, and below what whoever edits it has a say in. */
export function EditorFrame({
  editing,
  choices,
  home,
  state,
  saved,
  actions,
  notice,
  readOnly,
  children,
}: {
  editing: EditedReward;
  choices: Choices;
  /** The address of the list that it is in. */
  home: string;
  state: ReactNode;
  /** Whether what is on screen is kept, in words; null: nothing to say. */
  saved: string | null;
  actions?: ReactNode;
  /** What there is to know of it before anything else. */
  notice?: ReactNode;
  readOnly: boolean;
  children: ReactNode;
}) {
  const { reward, edited, change, problems, save } = editing;
  const hasElsewhere = problems.some(({ pointer }) => pointer === "");
  return (
    <>
      <PageHeader
        title={edited.name || "Without a name"}
        description={KIND_WORDS[edited.kind].label}
        crumbs={[{ href: home, label: "Rewards" }]}
        state={
          <>
            {state}
            {!readOnly && (
              <span role="status" className="text-ink-3 text-xs">
                {saved}
              </span>
            )}
          </>
        }
        actions={actions}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <Problems value={problems}>
          <div className="flex min-w-0 flex-col gap-6">
            {notice}
            {save.kind === "refused" && <Notice tone="bad">{save.message}</Notice>}
            {problems.length > 0 && save.kind !== "refused" && (
              <Notice tone="warn">
                {problems.map(({ detail }) => detail).join(" ")}
                {!hasElsewhere && " The fields say where."}
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
                readOnly={readOnly}
              />
              {children}
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
