import { campaignSentence, type SentenceField } from "@/lib/campaigns/engine";
import type { CampaignDefinition } from "@/lib/campaigns/schema";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/i18n/locales";
import { NO_CAMPAIGN } from "../builder/no-campaign";

type Wording = Parameters<typeof campaignSentence>[1];

/** What one part of a campaign said, and says. */
export type PartChange = {
  part: string;
  removed: string[];
  added: string[];
  /** How many rules of the part are as they were. */
  kept: number;
};

/** Words of those parts of a sentence that come from a field. */
function wordsOf(definition: CampaignDefinition, fields: readonly SentenceField[], wording: Wording): string {
  const words = campaignSentence(definition, wording)
    .parts.filter(({ field }) => field !== undefined && fields.includes(field))
    .map(({ text }) => text.trim())
    .join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The rules of each part, one text a rule. */
function rulesOf(definition: CampaignDefinition, wording: Wording): [part: string, rules: string[]][] {
  const only = (part: Partial<CampaignDefinition>, ...fields: SentenceField[]) =>
    wordsOf({ ...NO_CAMPAIGN, trigger: definition.trigger, ...part }, fields, wording);
  const { trigger, audience, condition, control, effects, limits, terms, schedule } = definition;
  const conditions = condition?.kind === "all" ? condition.conditions : condition === null ? [] : [condition];
  const tests = audience?.match === "all" ? audience.tests : [];
  const whole = audience?.match === "any" ? [only({ audience }, "audience")] : [];
  return [
    ["Name", [definition.name]],
    ["When", [trigger.event === "purchase" ? "A purchase" : `The event “${trigger.name}”`]],
    [
      "Who",
      [
        ...(audience === null ? ["Everyone"] : whole),
        ...tests.map((test) => only({ audience: { match: "all", tests: [test] } }, "audience")),
        ...(control ? [`Except a control group of ${control.percent} %`] : []),
      ],
    ],
    ["If", conditions.map((each) => only({ condition: each }, "condition"))],
    ["Then", effects.map((effect) => only({ effects: [effect] }, "effects"))],
    ["Limits", limits.map((limit) => only({ limits: [limit] }, "limits"))],
    ["Runs", [only({ schedule }, "schedule") || "From its launch, until somebody ends it"]],
    ["Together", stackingRules(definition, wording)],
    ["Paid by", fundingRules(definition, wording)],
    ["Terms", terms === undefined ? ["As the point type has them"] : [only({ terms }, "terms")]],
    ["What members read", textRules(definition)],
  ];
}

function textRules({ texts = {} }: CampaignDefinition): string[] {
  return LANGUAGES.flatMap((language) => {
    const { title, description } = texts[language] ?? {};
    const name = LANGUAGE_NAMES[language];
    return [
      ...(title === undefined ? [] : [`${name}, title: ${title}`]),
      ...(description === undefined ? [] : [`${name}, description: ${description}`]),
    ];
  });
}

function stackingRules({ stacking }: CampaignDefinition, wording: Wording): string[] {
  const { group, priority = 0, exclusive = false } = stacking ?? {};
  const name = wording.groups?.find(({ code }) => code === group)?.name ?? group;
  return [
    group === undefined ? "Beside all other campaigns" : `In the group “${name}”`,
    ...(priority === 0 ? [] : [`Priority ${priority}`]),
    ...(exclusive ? ["Nothing after it applies"] : []),
  ];
}

function fundingRules({ funding }: CampaignDefinition, wording: Wording): string[] {
  if (funding === undefined) return ["The program, all of it"];
  const name = wording.sponsors?.find(({ code }) => code === funding.sponsor)?.name ?? funding.sponsor;
  return [`${name}, ${funding.percent} % of the cost`];
}

/** What is different between two versions, part by part, in words. Parts that say the same are left out. */
export function campaignDiff(
  before: CampaignDefinition,
  after: CampaignDefinition,
  wording: Wording,
): PartChange[] {
  const old = new Map(rulesOf(before, wording));
  return rulesOf(after, wording).flatMap(([part, rules]) => {
    const previous = old.get(part) ?? [];
    const removed = without(previous, rules);
    const added = without(rules, previous);
    if (removed.length === 0 && added.length === 0) return [];
    return [{ part, removed, added, kept: rules.length - added.length }];
  });
}

/** The texts that the others lack; said twice and there once is lacking once. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const place = left.indexOf(text);
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}

export type WordPart = { text: string; isChanged: boolean };

/** The words of a text, those marked that another text does not have in this order. */
export function changedWords(text: string, other: string): WordPart[] {
  const words = text.split(/(\s+)/u);
  const common = commonWords(words, other.split(/(\s+)/u));
  const parts: WordPart[] = [];
  for (const [place, word] of words.entries()) {
    const isChanged = !common.has(place) && word.trim() !== "";
    const last = parts.at(-1);
    if (last && (last.isChanged === isChanged || word.trim() === "")) last.text += word;
    else parts.push({ text: word, isChanged });
  }
  return parts;
}

/** Places of the longest row of words that both have in the same order. */
function commonWords(words: readonly string[], others: readonly string[]): Set<number> {
  const lengths = Array.from({ length: words.length + 1 }, () =>
    new Array<number>(others.length + 1).fill(0),
  );
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = words.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      const isSame = words[row] === others[column];
      const length = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.splice(column, 1, length);
    }
  }
  const common = new Set<number>();
  let row = 0;
  let column = 0;
  while (row < words.length && column < others.length) {
    if (words[row] === others[column]) {
      common.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
