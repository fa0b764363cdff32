import {
  type CampaignDefinition,
  type ComparisonTest,
  DAYS_SINCE_JOINING,
  type MemberTest,
  SEGMENTS,
  sourceOf,
  TAGS,
  TIER,
} from "@/lib/campaigns/schema";
import { addDays } from "@/lib/core/calendar";
import { showScalar } from "../scalar";
import type { ExampleMember } from "./example";
import { leavesOf } from "./leaves";

const USUAL_DAYS_SINCE_JOINING = 90;
/** For what gives points for a number of the member. */
const USUAL_NUMBER = "10";

/** A value that passes a comparison, as text; empty where none is asked for. */
export function passingValue(test: ComparisonTest): string {
  if (!("value" in test) || test.op === "is_not" || test.op === "not_in") return "";
  const value = Array.isArray(test.value) ? test.value[0] : test.value;
  return value === undefined ? "" : showScalar(value);
}

/** A member whom the campaign is for. @param day of the event */
export function fittingMember(definition: CampaignDefinition, day: string): ExampleMember {
  const leaves = leavesOf(definition.condition);
  const tests: MemberTest[] = [
    ...(definition.audience?.tests ?? []),
    ...leaves.flatMap((leaf) => (leaf.kind === "member" ? [leaf] : [])),
  ];
  const valuesOf = (attribute: string) =>
    tests
      .filter((test) => test.attribute === attribute)
      .map(({ test }) => passingValue(test))
      .filter((value) => value !== "");
  const occasions = leaves.flatMap((leaf) =>
    leaf.kind === "anniversary" || leaf.kind === "anniversary_month" ? [leaf.of] : [],
  );
  const reserved = new Set([DAYS_SINCE_JOINING, TIER, SEGMENTS, TAGS]);
  const asked = tests
    .filter(({ attribute }) => !reserved.has(attribute) && attribute !== "")
    .map(({ attribute, test }) => [attribute, passingValue(test)] as const);
  const numbers = definition.effects.flatMap((effect) => {
    if (effect.kind !== "per_value") return [];
    const { source, name } = sourceOf(effect.field);
    return source === "member" && name !== "" ? [[name, USUAL_NUMBER] as const] : [];
  });
  return {
    memberName: "Amira Haddad",
    joinedDaysAgo: occasions.includes("joining") ? daysSinceYearBefore(day) : daysSinceJoining(tests),
    tier: valuesOf(TIER)[0] ?? "",
    segments: valuesOf(SEGMENTS),
    tags: valuesOf(TAGS),
    birthday: occasions.includes("birthday") ? `1990${day.slice(4)}` : "",
    attributes: [...new Map([...numbers, ...asked])].map(([name, value], key) => ({ key, name, value })),
  };
}

function daysSinceJoining(tests: readonly MemberTest[]): number {
  const test = tests.find(({ attribute }) => attribute === DAYS_SINCE_JOINING)?.test;
  if (test?.op === "at_least") return test.value;
  return test?.op === "at_most" ? Math.min(7, test.value) : USUAL_DAYS_SINCE_JOINING;
}

function daysSinceYearBefore(day: string): number {
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  // 29 February has no year before: the day after stands for it.
  const from = Number.isNaN(Date.parse(yearBefore)) ? addDays(day, -365) : yearBefore;
  return Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
}
