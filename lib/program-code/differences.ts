import { canonicalJson } from "@/lib/core/hash";

/** One member that differs; `undefined` stands for a member that is not there. */
export type FieldChange = {
  /** Where it stands: `effects 1 points`. Places in lists count from 1. */
  path: string;
  before: unknown;
  after: unknown;
};

/** What differs between two values of a document, member by member; lists of different lengths differ as a whole. */
export function differencesOf(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((value, index) =>
      differencesOf(value, after[index], join(path, String(index + 1))),
    );
  }
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differencesOf(before[name], after[name], join(path, name)));
  }
  return [{ path, before, after }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path} ${name}`;
}

const LONGEST = 80;

/** A change of a member in words. */
export function fieldInWords({ path, before, after }: FieldChange): string {
  if (before === undefined || before === null) return `${path}: ${valueInWords(after)}`;
  if (after === undefined || after === null) return `${path}: no longer ${valueInWords(before)}`;
  return `${path}: ${valueInWords(before)} becomes ${valueInWords(after)}`;
}

function valueInWords(value: unknown): string {
  if (typeof value === "string") return `“${shortened(value)}”`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return shortened(JSON.stringify(value) ?? "nothing");
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
