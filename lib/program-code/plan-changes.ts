import { differencesOf, fieldInWords } from "./differences";
import { keepOwnOfPartners, keepOwnOfRewards, type Reachable } from "./keep-own";
import type { CodeChange, CodeKind, CodePlan, ProgramDocument } from "./schema";

type Coded = { code: string };

/** What has to happen for a program to be as a document has it. Pure. */
export function planChanges(before: ProgramDocument, after: ProgramDocument, reachable: Reachable): CodePlan {
  const hadCategories = before.categories ?? [];
  // What an older document does not speak of stays as it is.
  const categories = after.categories ?? hadCategories;
  const settings = { ...before.settings, ...after.settings };
  const partners = keepOwnOfPartners(before, after);
  const rewards = keepOwnOfRewards(before, after, reachable);
  const [hadPartners, wantedPartners] = [keyed(before.partners), keyed(partners.items)];
  const [hadPools, wantedPools] = [keyed(before.pools), keyed(after.pools ?? before.pools)];
  const [hadRewards, wantedRewards] = [keyed(before.rewards), keyed(rewards.items)];
  const lists = [
    ["tier", before.tiers, after.tiers],
    ["group", before.groups, after.groups],
    ["sponsor", before.sponsors, after.sponsors],
    ["reward category", hadCategories, categories],
  ] as const;
  return {
    changes: [
      ...changed("setting", "settings", before.settings, settings),
      ...listChanges("point type", before.pointTypes, after.pointTypes).filter(isNoRemoval),
      ...listChanges("segment", before.segments, after.segments).filter(isNoRemoval),
      ...lists.flatMap(([kind, had, wanted]) => listChanges(kind, had, wanted)),
      ...orderChange("tier", before.tiers, after.tiers),
      ...orderChange("group", before.groups, after.groups),
      ...orderChange("reward category", hadCategories, categories),
      ...listChanges("reward partner", hadPartners, wantedPartners).filter(isNoRemoval),
      ...listChanges("code pool", hadPools, wantedPools).filter(isNoRemoval),
      ...listChanges("reward", hadRewards, wantedRewards),
      ...orderChange("reward", hadRewards, wantedRewards),
      ...listChanges("campaign", keyed(before.campaigns), keyed(after.campaigns)),
    ],
    kept: [
      ...missing(before.pointTypes, after.pointTypes).map(
        (code) => `The point type “${code}” stays: members may have some.`,
      ),
      ...missing(before.segments, after.segments).map(
        (code) => `The segment “${code}” stays: members may be on it.`,
      ),
      ...missing(hadPartners, wantedPartners).map(
        (code) => `The reward partner “${code}” stays: its people work with the program.`,
      ),
      ...missing(hadPools, wantedPools).map((code) => `The code pool “${code}” stays, with its codes.`),
      ...partners.kept,
      ...rewards.kept,
    ],
  };
}

/** What is known by keys, as what is known by codes. */
function keyed<Item extends { key: string }>(items: readonly Item[] = []): (Coded & Omit<Item, "key">)[] {
  return items.map(({ key, ...item }) => ({ code: key, ...item }));
}

function isNoRemoval({ action }: CodeChange): boolean {
  return action !== "remove";
}

function missing(before: readonly Coded[], after: readonly Coded[]): string[] {
  const wanted = new Set(after.map(({ code }) => code));
  return before.flatMap(({ code }) => (wanted.has(code) ? [] : [code]));
}

function listChanges(kind: CodeKind, before: readonly Coded[], after: readonly Coded[]): CodeChange[] {
  const had = new Map(before.map((item) => [item.code, item]));
  const changes = after.flatMap((item): CodeChange[] => {
    const earlier = had.get(item.code);
    if (earlier !== undefined) return changed(kind, item.code, earlier, item);
    return [{ action: "add", kind, code: item.code, fields: [], words: additionInWords(kind, item.code) }];
  });
  const removed = missing(before, after).map(
    (code): CodeChange => ({ action: "remove", kind, code, fields: [], words: removalInWords(kind, code) }),
  );
  return [...changes, ...removed];
}

function additionInWords(kind: CodeKind, code: string): string {
  switch (kind) {
    case "code pool":
      return `Add the code pool “${code}”, still without codes.`;
    case "reward partner":
      return `Add the reward partner “${code}”, whose people are still to be invited.`;
    default:
      return `Add the ${kind} “${code}”.`;
  }
}

function removalInWords(kind: CodeKind, code: string): string {
  switch (kind) {
    case "campaign":
      return `End the campaign “${code}”, or delete its draft.`;
    case "reward":
      return `Archive the reward “${code}”.`;
    default:
      return `Remove the ${kind} “${code}”.`;
  }
}

function changed(kind: CodeKind, code: string, before: unknown, after: unknown): CodeChange[] {
  const fields = differencesOf(before, after);
  if (fields.length === 0) return [];
  const what = kind === "setting" ? "the settings" : `the ${kind} “${code}”`;
  const words = `Change ${what}: ${fields.map(fieldInWords).join("; ")}.`;
  return [{ action: "change", kind, code, fields, words }];
}

/** Of those that are there before and after. */
function orderChange(kind: CodeKind, before: readonly Coded[], after: readonly Coded[]): CodeChange[] {
  const codes = after.map(({ code }) => code);
  const kept = before.map(({ code }) => code).filter((code) => codes.includes(code));
  const added = codes.filter((code) => !kept.includes(code));
  // New ones come after the others, where they are wanted elsewhere the order changes.
  const now = [...kept, ...added].join(", ");
  const wanted = codes.join(", ");
  if (now === wanted) return [];
  const fields = [{ path: "order", before: now, after: wanted }];
  return [
    {
      action: "change",
      kind,
      code: "order",
      fields,
      words: `Put the ${manyOf(kind)} in this order: ${wanted}.`,
    },
  ];
}

function manyOf(kind: CodeKind): string {
  return kind === "reward category" ? "reward categories" : `${kind}s`;
}
