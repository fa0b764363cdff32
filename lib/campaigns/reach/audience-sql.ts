import { addDays, type Day, startOfDay } from "@/lib/core/calendar";
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

/** What a count asks beside the tests themselves. */
type Counting = {
  programId: string;
  /** In the program's time zone. */
  today: Day;
  timeZone: string;
  /** Lists of members that tests look into: each is read once, not for each member anew. */
  joins: Prisma.Sql[];
};

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
  const counting: Counting = { programId, today, timeZone, joins: [] };
  const asked = tests.map((test) => memberCondition(test, counting));
  if (audience !== null) {
    const own = audience.tests.map((test) => memberCondition(test, counting));
    asked.push(Prisma.sql`(${Prisma.join(own, audience.match === "all" ? " AND " : " OR ")})`);
  }
  const passes = asked.length === 0 ? Prisma.sql`TRUE` : Prisma.join(asked, " AND ");
  const [row] = await tx.$queryRaw<{ all: number; reached: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${passes}))::int AS reached
    FROM member ${counting.joins.length === 0 ? Prisma.empty : Prisma.join(counting.joins, " ")}
    WHERE member.program_id = ${programId}::uuid AND member.status = 'active'`;
  return row ?? { all: 0, reached: 0 };
}

function memberCondition({ attribute, test }: MemberTest, counting: Counting): Condition {
  switch (attribute) {
    case DAYS_SINCE_JOINING:
      return joiningCondition(test, counting);
    case SEGMENTS:
      return listCondition(test, {
        isOneOf: (texts) => isInSegment(Prisma.sql`segment_code = ANY (${texts}::text[])`, counting),
        contains: (part) => isInSegment(Prisma.sql`strpos(segment_code, ${part}) > 0`, counting),
        isAny: () => isInSegment(Prisma.sql`TRUE`, counting),
      });
    case TAGS:
      return listCondition(test, {
        isOneOf: (texts) => Prisma.sql`lower(member.tags::text)::text[] && ${texts}::text[]`,
        contains: (part) =>
          Prisma.sql`EXISTS (SELECT FROM unnest(member.tags) AS own (tag) WHERE strpos(lower(tag), ${part}) > 0)`,
        isAny: () => Prisma.sql`cardinality(member.tags) > 0`,
      });
    case TIER:
      return jsonCondition(test, Prisma.sql`coalesce(to_jsonb(member.tier), member.attributes -> ${TIER})`);
    default:
      return jsonCondition(test, Prisma.sql`(member.attributes -> ${attribute})`);
  }
}

/** No member joined longer ago; further back dates end. */
const LONGEST_DAYS = 100_000;

/** Bounds are compared with the moment of joining as it stands: to reckon the day of each member takes far longer. */
function joiningCondition(test: ComparisonTest, { today, timeZone }: Counting): Condition {
  const dayBefore = (days: number) => startOfDay(addDays(today, -Math.min(days, LONGEST_DAYS)), timeZone);
  switch (test.op) {
    case "at_least":
      if (test.value <= 0) return Prisma.sql`TRUE`;
      return Prisma.sql`member.joined_at < ${dayBefore(Math.ceil(test.value) - 1)}`;
    case "at_most":
      if (test.value < 0) return NEVER;
      return Prisma.sql`member.joined_at >= ${dayBefore(Math.floor(test.value))}`;
    default: {
      const days = Prisma.sql`greatest(0, ${today}::date - (member.joined_at AT TIME ZONE ${timeZone})::date)`;
      return jsonCondition(test, Prisma.sql`to_jsonb(${days})`);
    }
  }
}

function isInSegment(holds: Condition, { programId, joins }: Counting): Condition {
  const own = Prisma.raw(`in_segment_${joins.length}`);
  joins.push(Prisma.sql`
    LEFT JOIN (
      SELECT DISTINCT member_id FROM segment_member WHERE program_id = ${programId}::uuid AND ${holds}
    ) AS ${own} ON ${own}.member_id = member.member_id`);
  return Prisma.sql`${own}.member_id IS NOT NULL`;
}

/** Texts of which a member has several, in small letters: one that fits is enough, or none must. */
type TextList = {
  isOneOf: (texts: string[]) => Condition;
  contains: (part: string) => Condition;
  isAny: () => Condition;
};

function listCondition(test: ComparisonTest, { isOneOf, contains, isAny }: TextList): Condition {
  switch (test.op) {
    case "is":
    case "in":
      return isOneOf(textsOf(test));
    case "is_not":
    case "not_in":
      return Prisma.sql`NOT (${isOneOf(textsOf(test))})`;
    case "contains":
      return contains(test.value.toLowerCase());
    case "exists":
      return isAny();
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
