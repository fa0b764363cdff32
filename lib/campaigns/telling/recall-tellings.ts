import "server-only";
import { db, type Tx } from "@/lib/db";
import { selectTierNames } from "../codes/names-sql";
import type { CampaignDefinition } from "../schema";
import { nameOf } from "../wording/member-words";
import type { OfferWording } from "./speaker";
import { type CampaignTelling, tellVersion } from "./tell-version";
import { selectVersions, type VersionRef } from "./versions-sql";

export type Tellings = {
  /** Null for a version that the program does not have. */
  campaign: (ref: VersionRef) => CampaignTelling | null;
  /** The code itself where the program has no such tier any more. */
  tierName: (code: string) => string;
};

/** Versions that this process keeps; the oldest goes first. A launched version never changes, so none is ever stale. */
const MAX_KEPT = 2_000;
const kept = new Map<string, CampaignDefinition>();
/** Ways of telling one version that are kept: locales, and names of tiers and points that have changed since. */
const MAX_TOLD = 50;
/** What has been told of them, by how. Words go with the definition that they are about. */
const told = new WeakMap<CampaignDefinition, Map<string, CampaignTelling>>();

function versionKey({ campaignId, version }: VersionRef): string {
  return `${campaignId} ${version}`;
}

/**
 * What launched versions of campaigns are to a member, and what the program calls its tiers. It takes one statement for
 * the tiers, and one for the versions that this process has not met yet.
 * @param own the program's locale, whose texts stand in where there are none in the reader's language
 */
export async function recallTellings(
  { programId, tx = db() }: { programId: string; tx?: Tx | undefined },
  wanted: readonly VersionRef[],
  asked: Omit<OfferWording, "tiers">,
  own: string,
): Promise<Tellings> {
  const [definitions, tiers] = await Promise.all([
    recallVersions(tx, programId, wanted),
    selectTierNames(tx, programId),
  ]);
  const wording = { ...asked, tiers };
  const how = JSON.stringify([wording, own]);
  const tellings = new Map(
    [...definitions].map(([key, definition]) => {
      const tellings = told.get(definition) ?? new Map<string, CampaignTelling>();
      told.set(definition, tellings);
      if (tellings.size >= MAX_TOLD) tellings.clear();
      const telling = tellings.get(how) ?? tellVersion(definition, wording, own);
      tellings.set(how, telling);
      return [key, telling];
    }),
  );
  return {
    campaign: (ref) => tellings.get(versionKey(ref)) ?? null,
    tierName: (code) => nameOf(code, tiers),
  };
}

async function recallVersions(
  tx: Tx,
  programId: string,
  wanted: readonly VersionRef[],
): Promise<Map<string, CampaignDefinition>> {
  const found = new Map<string, CampaignDefinition>();
  const missing = new Map<string, VersionRef>();
  for (const ref of wanted) {
    const key = versionKey(ref);
    const definition = kept.get(`${programId} ${key}`);
    if (definition) found.set(key, definition);
    else missing.set(key, ref);
  }
  if (missing.size === 0) return found;
  for (const { definition, ...ref } of await selectVersions(tx, programId, [...missing.values()])) {
    const key = versionKey(ref);
    found.set(key, definition);
    const [oldest] = kept.keys();
    if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(`${programId} ${key}`, definition);
  }
  return found;
}
