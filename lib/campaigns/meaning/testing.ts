import { fieldErrors } from "@/lib/core/schema";
import { type CampaignDefinitionInput, campaignDefinition } from "../schema";

export type Rules = Partial<CampaignDefinitionInput>;
/** What is refused, the rules that say it, and the pointer to where. */
export type Cases = [string, Rules, string][];

/** Where a campaign for purchases that gives 10 points, but for what the test says, is refused. */
export function pointersOf(rules: Rules): string[] {
  const parsed = campaignDefinition.safeParse({
    name: "Test",
    trigger: { event: "purchase" },
    effects: [{ kind: "fixed", points: 10 }],
    ...rules,
  });
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ pointer }) => pointer);
}

type Condition = NonNullable<Rules["condition"]>;

/** At least two purchases ever, but for what the test says. */
export function history(rest: { measure?: string; [part: string]: unknown }): Condition {
  const hasWindow = !/^(streak|days_since)/.test(rest.measure ?? "");
  const basics = { kind: "history", measure: "count", op: "at_least", value: 2 };
  return { ...basics, ...(hasWindow && { window: { kind: "lifetime" } }), ...rest } as Condition;
}

export const custom = { event: "custom" as const, name: "checkin" };
export const coffee = [{ field: "category" as const, op: "in" as const, values: ["Coffee"] }];
