"use client";

import { useMemo, useState } from "react";
import { campaignSentence, type VersionedCampaign } from "@/lib/campaigns/engine";
import type { CampaignDefinition, CampaignDto } from "@/lib/campaigns/schema";
import { usePortal } from "../../portal-context";
import { CampaignMenu } from "../campaign-menu";
import type { CampaignActions, LaunchCampaign, SaveCampaign } from "../server-actions";
import { AudienceSection } from "./audience-section";
import { BuilderHeader } from "./builder-header";
import { asGroup } from "./condition-group";
import { ConditionSection } from "./condition-section";
import { EffectsSection } from "./effects-section";
import { LaunchButton } from "./launch-button";
import { LimitsSection } from "./limits-section";
import { ProblemSummary, ProblemsProvider } from "./problems";
import { ScheduleSection } from "./schedule-section";
import { SentenceView } from "./sentence-view";
import { TermsSection } from "./terms-section";
import { TriggerSection } from "./trigger-section";
import { TryIt } from "./try-it";
import { useDraft } from "./use-draft";

/** A campaign on one page: its sentence, its rules to edit, and an example that it is tried on. */
export function CampaignBuilder({
  id,
  campaign,
  running,
  now,
  save,
  launch,
  actions,
}: {
  /** TypeID */
  id: string;
  campaign: CampaignDto;
  /** Every campaign in force. */
  running: VersionedCampaign[];
  /** ISO 8601 */
  now: string;
  save: SaveCampaign;
  launch: LaunchCampaign;
  actions: CampaignActions;
}) {
  const { program, permissions } = usePortal();
  const { campaignId, state } = campaign;
  const mayWrite = permissions.includes("campaigns:write") && state !== "ended";
  const mayLaunch = permissions.includes("campaigns:launch");
  const [initial] = useState(() => ({ ...campaign, definition: editable(campaign.definition) }));
  const draft = useDraft({ program: program.slug, id }, initial, save);
  const { definition, change, problems } = draft;
  const put = (part: Partial<CampaignDefinition>) => change({ ...definition, ...part });
  const sentence = useMemo(() => campaignSentence(definition, program), [definition, program]);
  const live = useMemo(
    () => running.filter((other) => other.campaignId !== campaignId),
    [running, campaignId],
  );
  const isLaunched =
    campaign.launchedAt !== null && draft.version === campaign.version && definition === initial.definition;
  const isPurchase = definition.trigger.event === "purchase";
  const isRunnable = problems.length === 0 && hasPointType(definition, program.pointTypes);
  const liveSentence =
    campaign.liveDefinition && state !== "ended"
      ? campaignSentence(campaign.liveDefinition, program).text
      : null;

  return (
    <ProblemsProvider problems={problems}>
      <div className="-mx-4 sm:-mx-6 lg:-mx-8 -mt-5 -mb-12 flex min-h-dvh flex-col">
        <BuilderHeader
          id={id}
          name={definition.name}
          onRename={mayWrite ? (name) => put({ name }) : undefined}
          state={state}
          version={draft.version}
          isLaunched={isLaunched}
          savedAt={draft.savedAt}
          save={draft.save}
          onRetry={draft.retry}
          actions={
            <>
              <CampaignMenu
                id={id}
                state={state}
                hasDraft={!isLaunched}
                actions={actions}
                mayWrite={permissions.includes("campaigns:write")}
                mayLaunch={mayLaunch}
              />
              {mayLaunch && mayWrite && !isLaunched && (
                <LaunchButton
                  id={id}
                  sentence={sentence.text}
                  liveSentence={liveSentence}
                  problemCount={problems.length}
                  flush={draft.flush}
                  launch={launch}
                />
              )}
            </>
          }
        />
        <div className="grid flex-1 grid-cols-1 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <div className="min-w-0 px-4 pt-6 pb-12 sm:px-6 lg:px-8">
            <SentenceView sentence={sentence} />
            <ProblemSummary />
            <fieldset disabled={!mayWrite} className="mt-4 min-w-0">
              <legend className="sr-only">Rules of the campaign</legend>
              <TriggerSection trigger={definition.trigger} onChange={(trigger) => put({ trigger })} />
              <AudienceSection audience={definition.audience} onChange={(audience) => put({ audience })} />
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
              <TermsSection definition={definition} onChange={change} />
              <ScheduleSection schedule={definition.schedule} onChange={(schedule) => put({ schedule })} />
            </fieldset>
          </div>
          <aside
            aria-labelledby="try-it"
            className="min-w-0 border-t bg-sunken px-4 pt-6 pb-12 sm:px-6 xl:border-s xl:border-t-0 xl:px-5"
          >
            <TryIt
              campaignId={campaignId}
              version={draft.version}
              definition={definition}
              isRunnable={isRunnable}
              live={live}
              now={now}
            />
          </aside>
        </div>
      </div>
    </ProblemsProvider>
  );
}

/** Whether the program has the points that the campaign gives: an imported or old draft may name others. */
function hasPointType({ terms }: CampaignDefinition, pointTypes: readonly { code: string }[]): boolean {
  return terms?.pointType === undefined || pointTypes.some(({ code }) => code === terms.pointType);
}

/** The builder edits conditions as a group, so that pointers of problems lead to what is on screen. */
function editable(definition: CampaignDefinition): CampaignDefinition {
  const { condition } = definition;
  return condition === null ? definition : { ...definition, condition: asGroup(condition) };
}
