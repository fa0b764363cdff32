import type { Day } from "@/lib/core/calendar";
import { Prisma, type Tx } from "@/lib/db";
import {
  type Audience,
  type ComparisonTest,
  DAYS_SINCE_JOINING,
  type MemberTest,
  SEGMENTS,
  TAGS,
  TIER,
} from "../schema";

/** Tests of members as SQL over the table `member`, for counting a million of them at once. */
type Condition = Prisma.Sql;

const NEVER = Prisma.sql`FALSE`;

/**
 * Members who can earn, and those of them who pass all that is asked: the audience, and each of the tests.
 * @param today in the program's time zone
 */
export async function countMembers(
  tx: Tx,
  {
    programId,
    audience,
    tests,
    today,
    timeZone,
  }: {
    programId: string;
    audience: Audience | null;
    tests: readonly MemberTest[];
    today: Day;
    timeZone: string;
  },
): Promise<{ all: number; reached: number }> {
  const daysSinceJoining = Prisma.sql`
    greatest(0, ${today}::date - (member.joined_at AT TIME ZONE ${timeZone})::date)`;
  const asked = tests.map((test) => memberCondition(test, daysSinceJoining));
  if (audience !== null) {
    const own = audience.tests.map((test) => memberCondition(test, daysSinceJoining));
    asked.push(Prisma.sql`(${Prisma.join(own, audience.match === "all" ? " AND " : " OR ")})`);
  }
  const passes = asked.length === 0 ? Prisma.sql`TRUE` : Prisma.join(asked, " AND ");
  const [row] = await tx.$queryRaw<{ all: number; reached: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${passes}))::int AS reached
    FROM member
    WHERE member.program_id = ${programId}::uuid AND member.status = 'active'`;
  return row ?? { all: 0, reached: 0 };
}

function memberCondition({ attribute, test }: MemberTest, daysSinceJoining: Prisma.Sql): Condition {
  switch (attribute) {
    case DAYS_SINCE_JOINING:
      return jsonCondition(test, Prisma.sql`to_jsonb(${daysSinceJoining})`);
    case SEGMENTS:
      return listCondition(
        test,
        (holds) => Prisma.sql`EXISTS (
        SELECT FROM segment_member
        WHERE segment_member.program_id = member.program_id AND segment_member.member_id = member.member_id
          AND ${holds(Prisma.sql`segment_code`)})`,
      );
    case TAGS:
      return listCondition(
        test,
        (holds) =>
          Prisma.sql`EXISTS (SELECT FROM unnest(member.tags) AS own (tag) WHERE ${holds(Prisma.sql`tag`)})`,
      );
    case TIER:
      return jsonCondition(test, Prisma.sql`coalesce(to_jsonb(member.tier), member.attributes -> ${TIER})`);
    default:
      return jsonCondition(test, Prisma.sql`(member.attributes -> ${attribute})`);
  }
}

/** Of texts of which a member has several: one that fits is enough, or none must. */
function listCondition(
  test: ComparisonTest,
  exists: (holds: (text: Prisma.Sql) => Condition) => Condition,
): Condition {
  switch (test.op) {
    case "is":
    case "in":
      return exists((text) => Prisma.sql`lower(${text}) = ANY (${textsOf(test)}::text[])`);
    case "is_not":
    case "not_in":
      return Prisma.sql`NOT ${exists((text) => Prisma.sql`lower(${text}) = ANY (${textsOf(test)}::text[])`)}`;
    case "contains":
      return exists((text) => Prisma.sql`strpos(lower(${text}), ${test.value.toLowerCase()}) > 0`);
    case "exists":
      return exists(() => Prisma.sql`TRUE`);
    case "at_least":
    case "at_most":
      return NEVER;
  }
}

type Equality = Extract<ComparisonTest, { op: "is" | "is_not" | "in" | "not_in" }>;

function valuesOf({ value }: Equality): readonly (string | number | boolean)[] {
  return typeof value === "object" ? value : [value];
}

function textsOf(test: Equality): string[] {
  return valuesOf(test).flatMap((value) => (typeof value === "string" ? value.toLowerCase() : []));
}

/** Of a value that is JSON, or absent. Text is compared without regard to case. */
function jsonCondition(test: ComparisonTest, value: Prisma.Sql): Condition {
  switch (test.op) {
    case "is":
    case "in":
      return isOneOf(test, value);
    case "is_not":
    case "not_in":
      return Prisma.sql`NOT ${isOneOf(test, value)}`;
    case "contains":
      return Prisma.sql`(CASE jsonb_typeof(${value})
        WHEN 'string' THEN strpos(lower(${value} #>> '{}'), ${test.value.toLowerCase()}) > 0 ELSE FALSE END)`;
    case "at_least":
      return numberCondition(value, Prisma.sql`>= ${test.value}::float8`);
    case "at_most":
      return numberCondition(value, Prisma.sql`<= ${test.value}::float8`);
    case "exists":
      return Prisma.sql`coalesce(jsonb_typeof(${value}) <> 'null', FALSE)`;
  }
}

function isOneOf(test: Equality, value: Prisma.Sql): Condition {
  const wanted = valuesOf(test).map((one) =>
    JSON.stringify(typeof one === "string" ? one.toLowerCase() : one),
  );
  return Prisma.sql`coalesce(
    CASE jsonb_typeof(${value}) WHEN 'string' THEN to_jsonb(lower(${value} #>> '{}')) ELSE ${value} END
    = ANY (${wanted}::jsonb[]), FALSE)`;
}

function numberCondition(value: Prisma.Sql, bound: Prisma.Sql): Condition {
  return Prisma.sql`(CASE jsonb_typeof(${value}) WHEN 'number' THEN (${value} #>> '{}')::float8 ${bound}
                          ELSE FALSE END)`;
}
