import type { ActionResult } from "@/lib/actions";
import type { AudienceCount, CampaignDefinitionInput } from "@/lib/campaigns/schema";
import type { SimulatedFigures } from "@/lib/simulations/schema";

/** The server actions of the campaign pages, as their components call them; ids are TypeIDs. */
export type CreateCampaign = (input: {
  program: string;
  definition: CampaignDefinitionInput;
}) => Promise<ActionResult<{ id: string }>>;

export type SaveCampaign = (input: {
  program: string;
  id: string;
  version: number;
  savedAt: string;
  definition: CampaignDefinitionInput;
}) => Promise<ActionResult<{ version: number; savedAt: string }>>;

export type RestoreVersion = (input: {
  program: string;
  id: string;
  version: number;
  savedAt: string;
  /** The version to go back to. */
  restore: number;
}) => Promise<ActionResult<{ version: number }>>;

/** What somebody has seen and now decides on. */
type OnVersion<T> = (input: {
  program: string;
  id: string;
  version: number;
  savedAt: string;
}) => Promise<ActionResult<T>>;

/** What can be said of a campaign before it runs. */
export type Foresight = { reach: AudienceCount; simulation: SimulatedFigures | null };

/** Ways from a draft to what runs. */
export type ReviewActions = {
  foresee: (input: {
    program: string;
    id: string;
    definition: CampaignDefinitionInput;
  }) => Promise<ActionResult<Foresight>>;
  launch: OnVersion<{ version: number }>;
  submit: OnVersion<unknown>;
  sendBack: (input: { program: string; id: string; comment: string }) => Promise<ActionResult<unknown>>;
};

type OnCampaign<T> = (input: { program: string; id: string }) => Promise<ActionResult<T>>;

/** What can be done with a campaign as a whole. */
export type CampaignActions = {
  pause: OnCampaign<unknown>;
  resume: OnCampaign<unknown>;
  end: OnCampaign<unknown>;
  archive: OnCampaign<unknown>;
  unarchive: OnCampaign<unknown>;
  duplicate: OnCampaign<{ id: string }>;
  remove: OnCampaign<{ isCampaignGone: boolean }>;
};
