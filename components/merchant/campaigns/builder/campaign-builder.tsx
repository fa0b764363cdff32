"use client";

import { useMemo, useState } from "react";
import { campaignSentence, type VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignDefinition, CampaignDto, CampaignGroup } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { CampaignMenu } from "../campaign-menu";
import type { CampaignActions, ReviewActions, SaveCampaign } from "../server-actions";
import { BuilderHeader } from "./builder-header";
import { editable } from "./editable";
import { LivePanel } from "./example/live-panel";
import { FocusProvider, useBeginningAt } from "./focus";
import { ReviewButtons, type ReviewRights } from "./lifecycle/review-buttons";
import { StateNotice } from "./lifecycle/state-notice";
import { type LookUpLists, LookUpsProvider } from "./look-ups";
import { ProblemSummary, ProblemsProvider } from "./problems";
import { RemovalNotice } from "./removal-notice";
import { EditsContext } from "./rows";
import { AudienceSection } from "./sections/audience-section";
import { ConditionSection } from "./sections/condition-section";
import { EffectsSection } from "./sections/effects-section";
import { FundingSection } from "./sections/funding-section";
import { LimitsSection } from "./sections/limits-section";
import { ScheduleSection } from "./sections/schedule-section";
import { StackingSection } from "./sections/stacking-section";
import { TermsSection } from "./sections/terms-section";
import { TextsSection } from "./sections/texts-section";
import { TriggerSection } from "./sections/trigger-section";
import { SentenceView } from "./sentence-view";
import { Shortcuts } from "./shortcuts";
import { useDraft } from "./use-draft";
import { useWording } from "./wording";

type BuilderProps = {
  /** TypeID */
  id: string;
  campaign: CampaignDto;
  /** Every campaign in force, … */
  running: VersionedCampaign[];
  /** … and the groups that they stand in, in their order. */
  groups: CampaignGroup[];
  lists: LookUpLists;
  /** ISO 8601 */
  now: string;
  rights: ReviewRights;
  /** Whether the question before a launch is on screen at once: somebody comes from a simulation to launch it. */
  asksAtFirst: boolean;
  save: SaveCampaign;
  review: ReviewActions;
  actions: CampaignActions;
};

/** A campaign on one page: its sentence, its rules to edit, and an example that it is tried on. */
export function CampaignBuilder(props: BuilderProps) {
  return (
    <LookUpsProvider lists={props.lists}>
      <FocusProvider>
        <Builder {...props} />
      </FocusProvider>
    </LookUpsProvider>
  );
}

function Builder({
  id,
  campaign,
  running,
  groups,
  lists,
  now,
  rights,
  asksAtFirst,
  save,
  review,
  actions,
}: BuilderProps) {
  const { program, permissions } = usePortal();
  const { campaignId, state } = campaign;
  const isOver = state === "ended" || state === "archived";
  const mayWrite = permissions.includes("campaigns:write") && !isOver && !rights.isInReview;
  const [initial] = useState(() => ({ ...campaign, definition: editable(campaign.definition) }));
  const draft = useDraft({ program: program.slug, id }, initial, save);
  const { definition, change, problems } = draft;
  const { beginStep, announceRemoval } = draft;
  const edits = useMemo(() => ({ beginStep, announceRemoval }), [beginStep, announceRemoval]);
  const put = (part: Partial<CampaignDefinition>) => change({ ...definition, ...part });
  const wording = useWording(lists);
  const sentence = useMemo(() => campaignSentence(definition, wording), [definition, wording]);
  const live = useMemo(
    () => running.filter((other) => other.campaignId !== campaignId),
    [running, campaignId],
  );
  const isLaunched =
    campaign.launchedAt !== null && draft.version === campaign.version && definition === initial.definition;
  const isPurchase = definition.trigger.event === "purchase";
  const isRunnable = problems.length === 0 && hasPointType(definition, program.pointTypes);
  useBeginningAt(mayWrite && !asksAtFirst ? problems[0]?.pointer : undefined);
  const liveSentence =
    campaign.liveDefinition && !isOver ? campaignSentence(campaign.liveDefinition, wording).text : null;

  return (
    <ProblemsProvider problems={problems}>
      <EditsContext value={edits}>
        <div className="-mx-4 sm:-mx-6 lg:-mx-8 -mt-5 -mb-12 flex min-h-dvh flex-col">
          <BuilderHeader
            id={id}
            name={definition.name}
            onRename={mayWrite ? (name) => put({ name }) : undefined}
            state={state}
            version={draft.version}
            isLaunched={isLaunched}
            hasResults={campaign.liveVersion !== null}
            maySimulate={permissions.includes("campaigns:write") && !isOver}
            savedAt={draft.savedAt}
            save={draft.save}
            onRetry={draft.retry}
            actions={
              <>
                <CampaignMenu
                  id={id}
                  state={state}
                  hasDraft={!isLaunched && !rights.isInReview}
                  actions={actions}
                  definition={definition}
                  onReplace={
                    mayWrite
                      ? (next) => {
                          beginStep();
                          change(editable(next));
                        }
                      : undefined
                  }
                />
                {!isOver && !isLaunched && (
                  <ReviewButtons
                    id={id}
                    proposal={{
                      definition,
                      sentence: sentence.text,
                      liveSentence,
                      problemCount: problems.length,
                      wording,
                    }}
                    rights={rights}
                    asksAtFirst={asksAtFirst}
                    flush={draft.flush}
                    actions={review}
                  />
                )}
              </>
            }
          />
          <div className="grid flex-1 grid-cols-1 xl:grid-cols-[minmax(0,1fr)_23rem]">
            <div className="min-w-0 px-4 pt-6 pb-28 sm:px-6 lg:px-8 xl:pb-12">
              <StateNotice campaign={campaign} isOwnRequest={rights.isOwnRequest} />
              <SentenceView sentence={sentence} />
              <ProblemSummary />
              <fieldset disabled={!mayWrite} className="mt-4 min-w-0 max-w-4xl">
                <legend className="sr-only">Rules of the campaign</legend>
                <TriggerSection trigger={definition.trigger} onChange={(trigger) => put({ trigger })} />
                <AudienceSection audience={definition.audience} control={definition.control} onChange={put} />
                <ConditionSection
                  condition={definition.condition}
                  isPurchase={isPurchase}
                  onChange={(condition) => put({ condition })}
                />
                <EffectsSection
                  effects={definition.effects}
                  isPurchase={isPurchase}
                  onChange={(effects) => put({ effects })}
                />
                <LimitsSection limits={definition.limits} onChange={(limits) => put({ limits })} />
                <ScheduleSection schedule={definition.schedule} onChange={(schedule) => put({ schedule })} />
                <StackingSection
                  stacking={definition.stacking}
                  effects={definition.effects}
                  onChange={(stacking) => put({ stacking })}
                />
                <FundingSection funding={definition.funding} onChange={(funding) => put({ funding })} />
                <TermsSection definition={definition} onChange={change} />
              </fieldset>
              <div className="max-w-4xl">
                <TextsSection
                  name={definition.name}
                  texts={definition.texts}
                  onChange={mayWrite ? (texts) => put({ texts }) : undefined}
                />
              </div>
              {mayWrite && (
                <Shortcuts undo={draft.undo} redo={draft.redo} hasRemoval={draft.removed !== null} />
              )}
            </div>
            <LivePanel
              campaignId={campaignId}
              version={draft.version}
              definition={definition}
              isRunnable={isRunnable}
              live={live}
              groups={groups}
              now={now}
            />
          </div>
        </div>
        <RemovalNotice removed={draft.removed} onUndo={draft.undo} onDismiss={draft.dismissRemoval} />
      </EditsContext>
    </ProblemsProvider>
  );
}

/** Whether the program has the points that the campaign gives: an imported or old draft may name others. */
function hasPointType({ terms }: CampaignDefinition, pointTypes: readonly { code: string }[]): boolean {
  return terms?.pointType === undefined || pointTypes.some(({ code }) => code === terms.pointType);
}
