import type { CampaignDefinition } from "./schema";
import { everydayTemplates } from "./templates/everyday";
import { habitTemplates } from "./templates/habits";
import { treatTemplates, winningTemplates } from "./templates/members";
import { sellingTemplates } from "./templates/selling";
import type { CampaignTemplate, TemplatePart, TemplateSetting, TemplateTheme } from "./templates/setting";

export {
  type CampaignTemplate,
  TEMPLATE_THEMES,
  type TemplateSetting,
  type TemplateTheme,
} from "./templates/setting";

/** Says nothing yet. */
export const BLANK_CAMPAIGN: CampaignDefinition = {
  name: "New campaign",
  trigger: { event: "purchase" },
  audience: null,
  condition: null,
  effects: [],
  limits: [],
  schedule: {},
};

/** Where campaigns start from, by theme, with defaults that fit the program's currency and what it has named. */
export function campaignTemplates(setting: TemplateSetting): CampaignTemplate[] {
  const of = (theme: TemplateTheme, templates: TemplatePart[]) =>
    templates.map((template) => ({ ...template, theme }));
  return [
    ...of("Every day", everydayTemplates(setting)),
    ...of("Win members", winningTemplates(setting)),
    ...of("Build habits", habitTemplates(setting)),
    ...of("Sell more", sellingTemplates(setting)),
    ...of("Treat your best", treatTemplates(setting)),
  ];
}
