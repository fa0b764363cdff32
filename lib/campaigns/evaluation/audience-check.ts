import type { Audience } from "../schema";
import { type EngineMember, Facts } from "./facts";
import { LocalClock } from "./local-clock";
import { compileAudience } from "./member-checks";
import { Phrases } from "./phrases";

/** Whether a member is in an audience as of an instant; null: everyone is. Compiled once, asked of many members. */
export function audienceCheck(
  audience: Audience | null,
  timeZone: string,
): (member: EngineMember, at: Date) => boolean {
  const check = audience && compileAudience(audience, { phrases: new Phrases() });
  const clock = new LocalClock(timeZone);
  return (member, at) =>
    check === null ||
    check(new Facts({ type: "purchase", occurredAt: at, payload: {} }, member, clock)) === null;
}
