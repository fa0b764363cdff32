import { type Audience, DAYS_SINCE_JOINING, type MemberTest, SEGMENTS, TAGS, TIER } from "../schema";
import { audienceTestWords } from "../wording/member-words";
import { list } from "../wording/words";
import type { Check, Compiling } from "./check";
import { attributeOf, compileComparison } from "./comparisons";
import type { Facts } from "./facts";

const NONE: readonly string[] = [];

/** Who the campaign is for. */
export function compileAudience(audience: Audience, { phrases }: Pick<Compiling, "phrases">): Check {
  const tests = audience.tests.map(compileMemberTest);
  // Named without the usual map: a second argument would be taken for how to speak.
  const who = audience.tests.map((test) => audienceTestWords(test));
  const why = phrases.numberOf(`only for members ${list(who, audience.match === "all" ? "and" : "or")}`);
  return audience.match === "all"
    ? (facts) => (tests.every((test) => test(facts)) ? null : why)
    : (facts) => (tests.some((test) => test(facts)) ? null : why);
}

export function compileMember(test: MemberTest, { phrases }: Pick<Compiling, "phrases">): Check {
  const holds = compileMemberTest(test);
  const why = phrases.numberOf(`only for members ${audienceTestWords(test)}`);
  return (facts) => (holds(facts) ? null : why);
}

function compileMemberTest({ attribute, test }: MemberTest): (facts: Facts) => boolean {
  const holds = compileComparison(test);
  switch (attribute) {
    case DAYS_SINCE_JOINING:
      return (facts) => holds(facts.daysSinceJoining);
    case SEGMENTS:
      return ({ member }) => holds(member.segments ?? NONE);
    case TAGS:
      return ({ member }) => holds(member.tags ?? NONE);
    case TIER:
      // Programs that keep tiers elsewhere send them as an attribute.
      return ({ member }) => holds(member.tier ?? attributeOf(member.attributes, TIER));
    default:
      return ({ member }) => holds(attributeOf(member.attributes, attribute));
  }
}
