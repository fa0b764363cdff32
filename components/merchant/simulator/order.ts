import type { ExampleBasket } from "@/components/merchant/campaigns/builder/example/example";
import { type MemberTest, SEGMENTS, TAGS, TIER } from "@/lib/campaigns/schema";
import { REQUIRED_FIELDS } from "@/lib/imports/schema";
import type { SimulationInput, SimulationMode } from "@/lib/simulations/schema";
import { FIELD_WORDS } from "../imports/import-words";
import { type EventFormats, eventOfBasket } from "./basket-event";
import type { ChosenMember } from "./member-choice";

/** A campaign that can be tried. Ids are TypeIDs. */
export type Candidate = {
  id: string;
  name: string;
  sentence: string;
  /** The version that would be tried, and whether it is what runs now. */
  version: number;
  isLive: boolean;
};

export type SourceKind = "history" | "file" | "basket";

/** One basket: put together from its lines, or written as JSON of an event. */
export type BasketDraft = { as: "lines"; lines: ExampleBasket } | { as: "json"; text: string };

/** An uploaded file. */
export type FileDraft = {
  /** TypeID */
  id: string;
  /** Those of a CSV file; none: events as JSON, one a line. */
  columns: readonly string[];
  /** Which of them hold what every file needs. */
  chosen: Partial<Record<(typeof REQUIRED_FIELDS)[number], string | undefined>>;
};

/** A file as it has been uploaded, with the columns that go by usual names. */
export function fileDraft({
  id,
  columns,
  guess,
}: Pick<FileDraft, "id" | "columns"> & { guess: Record<string, string> }): FileDraft {
  return { id, columns, chosen: Object.fromEntries(REQUIRED_FIELDS.map((field) => [field, guess[field]])) };
}

/** What has been filled in so far. */
export type OrderDraft = {
  chosen: string[];
  mode: SimulationMode;
  /** With `instead`: those that step aside; empty: all. */
  replaces: string[];
  rules: "now" | "then";
  source: SourceKind;
  from: string;
  to: string;
  file: FileDraft | null;
  basket: BasketDraft;
  /** Null: a new member. */
  member: ChosenMember | null;
  /** Only members with this attribute, tier or segment; empty: all. */
  attribute: string;
  value: string;
  /** Percent as typed; empty: none. */
  uplift: string;
};

/** What is sent, or what is missing before it can be. */
export function toOrder(
  draft: OrderDraft,
  formats: EventFormats,
): { order: SimulationInput } | { problem: string } {
  const { chosen, mode, replaces, rules, attribute, value, uplift } = draft;
  if (chosen.length === 0) return { problem: "Choose at least one campaign to try." };
  const source = sourceOf(draft, formats);
  if ("problem" in source) return source;
  const upliftPercent = uplift.trim() === "" ? null : Number(uplift.replace(",", "."));
  if (upliftPercent !== null && !(upliftPercent >= 0))
    return { problem: "The uplift is a number of percent." };
  return {
    order: {
      variants: chosen.map((campaignId) => ({ campaignId })),
      mode,
      ...(mode === "instead" && replaces.length > 0 && { replaces }),
      rules,
      source,
      population:
        attribute.trim() === ""
          ? null
          : {
              match: "all",
              tests: [{ attribute: attribute.trim(), test: testOf(attribute.trim(), value) }],
            },
      upliftPercent,
    },
  };
}

/** What Tessera keeps of members are codes and labels: texts, also where they look like numbers. */
const KEPT: ReadonlySet<string> = new Set([TIER, SEGMENTS, TAGS]);

function testOf(attribute: string, value: string): MemberTest["test"] {
  return KEPT.has(attribute) ? { op: "in", value: [value.trim()] } : { op: "is", value: meantBy(value) };
}

/** Typed text as what it most likely means: attributes are texts, numbers or yes and no. */
function meantBy(typed: string): string | number | boolean {
  const value = typed.trim();
  if (value === "true" || value === "false") return value === "true";
  return value !== "" && !Number.isNaN(Number(value)) ? Number(value) : value;
}

function sourceOf(draft: OrderDraft, formats: EventFormats): SimulationInput["source"] | { problem: string } {
  switch (draft.source) {
    case "history":
      if (draft.from === "" || draft.to === "") return { problem: "Choose the first and the last day." };
      if (draft.from > draft.to) return { problem: "The last day comes before the first." };
      return { kind: "history", from: draft.from, to: draft.to };
    case "file":
      return draft.file === null ? { problem: "Upload a file first." } : fileSource(draft.file);
    case "basket": {
      const { basket, member } = draft;
      if (basket.as === "lines" && basket.lines.lines.length === 0)
        return { problem: "The basket is empty. Add a line." };
      const event = basket.as === "lines" ? eventOfBasket(basket.lines, formats) : parseEvent(basket.text);
      if (event === null) return { problem: "The basket is not readable JSON." };
      return { kind: "basket", event, ...(member && { memberId: member.id }) };
    }
  }
}

function fileSource({ id, columns, chosen }: FileDraft): SimulationInput["source"] | { problem: string } {
  if (columns.length === 0) return { kind: "file", fileId: id };
  const missing = REQUIRED_FIELDS.filter((field) => chosen[field] === undefined);
  if (missing.length > 0) {
    const names = missing.map((field) => FIELD_WORDS[field].label.toLowerCase());
    return { problem: `Say which column of the file holds the ${names.join(", the ")}.` };
  }
  return { kind: "file", fileId: id, mapping: { columns: chosen } };
}

/** The event that a text holds as JSON; null where it holds none. */
export function parseEvent(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // It throws for every text that is not JSON: that is the answer, not a fault.
    return null;
  }
}
