import type { EngineMember } from "@/lib/campaigns";
import type { MembershipChange, ProfileChange } from "./benefit-plan";

/** Most tags of a member, as the database has it. */
const MAX_TAGS = 50;

/** Tiers, tags and segments of members as of the events so far. */
export class ProfileBook {
  readonly #loaded: ReadonlyMap<string, EngineMember>;
  readonly #members = new Map<string, EngineMember>();
  readonly #profiles = new Set<string>();
  readonly #memberships = new Map<string, MembershipChange>();

  constructor(members: ReadonlyMap<string, EngineMember>) {
    this.#loaded = members;
  }

  /** Undefined: not one of those who were loaded. */
  memberOf(memberId: string): EngineMember | undefined {
    return this.#members.get(memberId) ?? this.#loaded.get(memberId);
  }

  tierOf(memberId: string): string | null {
    return this.memberOf(memberId)?.tier ?? null;
  }

  setTier(memberId: string, tier: string | null): void {
    this.#change(memberId, { tier });
    this.#profiles.add(memberId);
  }

  /** @returns whether it was otherwise before, and could be changed */
  setTag(memberId: string, tag: string, isGiven: boolean): boolean {
    const tags = this.memberOf(memberId)?.tags ?? [];
    const others = tags.filter((known) => known.toLowerCase() !== tag.toLowerCase());
    if (isGiven === others.length < tags.length) return false;
    if (isGiven && tags.length >= MAX_TAGS) return false;
    this.#change(memberId, { tags: isGiven ? [...tags, tag] : others });
    this.#profiles.add(memberId);
    return true;
  }

  /** @returns whether it was otherwise before */
  setMembership(memberId: string, segment: string, isIn: boolean): boolean {
    const segments = this.memberOf(memberId)?.segments ?? [];
    if (segments.includes(segment) === isIn) return false;
    const others = segments.filter((known) => known !== segment);
    this.#change(memberId, { segments: isIn ? [...others, segment] : others });
    this.#memberships.set(`${segment} ${memberId}`, { segment, memberId, isIn });
    return true;
  }

  #change(memberId: string, change: Partial<EngineMember>): void {
    const member = this.memberOf(memberId);
    if (member !== undefined) this.#members.set(memberId, { ...member, ...change });
  }

  close(): { profiles: ProfileChange[]; memberships: MembershipChange[] } {
    const profiles = [...this.#profiles].flatMap((memberId) => {
      const [before, after] = [this.#loaded.get(memberId), this.#members.get(memberId)];
      return before && after ? changeOf(memberId, before, after) : [];
    });
    return { profiles, memberships: [...this.#memberships.values()] };
  }
}

function changeOf(memberId: string, before: EngineMember, after: EngineMember): ProfileChange {
  const [tier, tags, known] = [after.tier ?? null, after.tags ?? [], before.tags ?? []];
  return {
    memberId,
    ...(tier !== (before.tier ?? null) && { tier }),
    addedTags: tags.filter((tag) => !known.includes(tag)),
    removedTags: known.filter((tag) => !tags.includes(tag)),
  };
}
