import type { ParticipantRole } from "@/lib/auth/actor";

export type PartnerDestination = {
  label: string;
  /** Below `/partner/<program>`. */
  path: string;
  /** What the company must take part as; absent: any. */
  part?: ParticipantRole;
};

const DESTINATIONS: readonly PartnerDestination[] = [
  { label: "Overview", path: "" },
  { label: "Orders", path: "/orders", part: "REWARD_PARTNER" },
  { label: "Rewards", path: "/rewards", part: "REWARD_PARTNER" },
  { label: "Codes", path: "/code-pools", part: "REWARD_PARTNER" },
  { label: "Statement", path: "/statement", part: "REWARD_PARTNER" },
  { label: "Campaigns", path: "/campaigns", part: "SPONSOR" },
  { label: "Company", path: "/company" },
];

/** The pages that are there for a company by the parts that it takes. */
export function destinationsFor(parts: readonly ParticipantRole[]): readonly PartnerDestination[] {
  return DESTINATIONS.filter(({ part }) => part === undefined || parts.includes(part));
}
