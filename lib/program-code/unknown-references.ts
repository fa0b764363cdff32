import { definitionStructure, unknownCodes } from "@/lib/campaigns/schema";
import type { FieldError } from "@/lib/core/errors";
import type { CodeChange, ProgramDocument } from "./schema";

/**
 * What things that a document adds or changes name and neither the document nor the program has, and where it stands.
 * Drafts may name what is still to come; partners and pools must be there for them too.
 * @param changes what applying the document would change: what stays is not looked at
 */
export function unknownReferences(
  before: ProgramDocument,
  after: ProgramDocument,
  changes: readonly CodeChange[],
): FieldError[] {
  const changed = new Set(
    changes.flatMap(({ action, kind, code }) => (action === "remove" ? [] : [`${kind} ${code}`])),
  );
  const tiers = codesOf(after.tiers);
  const segments = codesOf(before.segments, after.segments);
  const categories = codesOf(after.categories ?? before.categories);
  const partners = keysOf(before.partners, after.partners);
  const pools = keysOf(before.pools, after.pools);
  const faults: FieldError[] = [];
  const ask = (pointer: string, kind: string, code: string | null, known: ReadonlySet<string>) => {
    if (code === null || known.has(code)) return;
    const detail = `Neither the file nor the program has a ${kind} “${code}”.`;
    faults.push({ pointer, code: "unknown", detail });
  };
  for (const [index, { key, partner }] of (after.pools ?? []).entries()) {
    if (changed.has(`code pool ${key}`)) ask(`/pools/${index}/partner`, "reward partner", partner, partners);
  }
  for (const [index, reward] of (after.rewards ?? []).entries()) {
    if (!changed.has(`reward ${reward.key}`)) continue;
    const at = `/rewards/${index}`;
    ask(`${at}/partner`, "reward partner", reward.partner, partners);
    ask(`${at}/pool`, "code pool", reward.pool, pools);
    ask(`${at}/category`, "reward category", reward.category, categories);
    if (reward.state === "draft") continue;
    for (const [place, { tier }] of reward.prices.entries()) {
      ask(`${at}/prices/${place}/tier`, "tier", tier, tiers);
    }
    for (const tier of reward.eligibility.tiers) ask(`${at}/eligibility/tiers`, "tier", tier, tiers);
    for (const segment of reward.eligibility.segments) {
      ask(`${at}/eligibility/segments`, "segment", segment, segments);
    }
  }
  const known = {
    tier: tiers,
    segment: segments,
    group: codesOf(after.groups),
    sponsor: codesOf(after.sponsors),
  };
  const pointTypes = codesOf(before.pointTypes, after.pointTypes);
  for (const [index, { key, state, definition }] of after.campaigns.entries()) {
    if (state === "draft" || !changed.has(`campaign ${key}`)) continue;
    const { success, data } = definitionStructure.safeParse(definition);
    // Whatever is not shaped like rules is refused by launching it, with its own reasons.
    if (!success) continue;
    const at = `/campaigns/${index}/definition`;
    for (const { path, kind, code } of unknownCodes(data, known)) {
      ask(`${at}/${path.join("/")}`, kind, code, known[kind]);
    }
    ask(`${at}/terms/pointType`, "point type", data.terms?.pointType ?? null, pointTypes);
  }
  return faults;
}

function codesOf(...lists: (readonly { code: string }[] | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list ?? []).map(({ code }) => code));
}

function keysOf(...lists: (readonly { key: string }[] | undefined)[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list ?? []).map(({ key }) => key));
}
