import { type Day, localDay } from "@/lib/core/calendar";
import { Invalid } from "@/lib/core/errors";
import type { Tx } from "@/lib/db";

/** @throws Invalid where the birthday is still to come */
export function requirePastBirthday(
  birthday: Day | null | undefined,
  now: Date,
  timeZone: string,
  pointer = "/birthday",
): void {
  if (!birthday || birthday <= localDay(now, timeZone)) return;
  const detail = "The birthday lies in the future.";
  throw new Invalid(detail, [{ pointer, code: "in_future", detail }]);
}

/** @throws Invalid where the program has not all of these tiers */
export async function requireTiers(
  tx: Tx,
  programId: string,
  tiers: readonly (string | null | undefined)[],
  pointer = "/tier",
): Promise<void> {
  const codes = [...new Set(tiers.filter((code) => typeof code === "string"))];
  if (codes.length === 0) return;
  const known = await tx.tier.findMany({ where: { programId, code: { in: codes } }, select: { code: true } });
  const missing = codes.find((code) => !known.some((tier) => tier.code === code));
  if (missing === undefined) return;
  const detail = `The program has no tier “${missing}”.`;
  throw new Invalid(detail, [{ pointer, code: "unknown_tier", detail }]);
}
