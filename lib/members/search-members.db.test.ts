import { describe, expect, it } from "vitest";
import { db, Prisma } from "@/lib/db";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { createMembers } from "./create-members";
import { listMembers, searchMembers } from "./queries";
import { searchHitsQuery } from "./sql";

const namesOf = (page: { items: { name: string }[] }) => page.items.map((member) => member.name);

/** Walks all pages of a list. */
async function allNames(
  list: (cursor: string | undefined) => Promise<{ items: { name: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 50; page += 1) {
    const answer = await list(cursor);
    names.push(...namesOf(answer));
    if (answer.nextCursor === null) return names;
    cursor = answer.nextCursor;
  }
  throw new Error("the list does not end");
}

describe("searchMembers", () => {
  it("finds by the beginnings of words, in any order, ignoring accents, within the program", async () => {
    const [program, other] = [await makeProgram(), await makeProgram()];
    await createMembers(program.ctx, [
      { name: "Amira Haddad", email: "amira@example.com" },
      { name: "Amir Hadžić", phone: "+49 170 1234567" },
      { name: "Hadley Amis" },
      { name: "Zoë Groß" },
    ]);
    await createMembers(other.ctx, [{ name: "Amira Haddad" }]);
    const search = async (q: string) => namesOf(await searchMembers(program.ctx, { q, limit: 10 })).sort();
    expect(await search("ami had")).toEqual(["Amir Hadžić", "Amira Haddad", "Hadley Amis"]);
    expect(await search("amira")).toEqual(["Amira Haddad"]);
    expect(await search("HADZIC")).toEqual(["Amir Hadžić"]);
    expect(await search("zoe gross")).toEqual(["Zoë Groß"]);
    expect(await search("+49 170 12")).toEqual(["Amir Hadžić"]);
    expect(await search("amira@example.com")).toEqual(["Amira Haddad"]);
    expect(await search("%")).toEqual([]);
  });

  it("pages through every match exactly once, also where two words of a name match", async () => {
    const program = await makeProgram();
    const names = Array.from({ length: 23 }, (_, index) => `Anna${index} Annabel Annex${22 - index}`);
    await createMembers(
      program.ctx,
      names.map((name) => ({ name })),
    );
    const found = await allNames((cursor) => searchMembers(program.ctx, { q: "ann", cursor, limit: 5 }));
    expect(found).toHaveLength(23);
    expect(new Set(found)).toEqual(new Set(names));
  });

  it("filters by status", async () => {
    const program = await makeProgram();
    const [, blocked] = await createMembers(program.ctx, [{ name: "Ben Open" }, { name: "Ben Blocked" }]);
    await db().member.update({
      where: { programId_memberId: { programId: program.programId, memberId: blocked?.memberId ?? "" } },
      data: { status: "blocked" },
    });
    const search = (status: "active" | "blocked") =>
      searchMembers(program.ctx, { q: "ben", status, limit: 10 }).then(namesOf);
    expect(await search("active")).toEqual(["Ben Open"]);
    expect(await search("blocked")).toEqual(["Ben Blocked"]);
  });

  it("refuses a cursor that is not its own, and people without the permission", async () => {
    const program = await makeProgram();
    for (const cursor of [
      "nonsense",
      Buffer.from('["a"]').toString("base64url"),
      Buffer.from("[1,2]").toString("base64url"),
    ]) {
      await expect(searchMembers(program.ctx, { q: "a", cursor, limit: 5 })).rejects.toMatchObject({
        code: "invalid",
      });
      await expect(listMembers(program.ctx, { cursor, limit: 5 })).rejects.toMatchObject({ code: "invalid" });
    }
    const none = ctxFor(program, { scopes: ["events:write"] });
    await expect(searchMembers(none, { q: "a", limit: 5 })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("listMembers", () => {
  it("shows the newest first, page by page, also where many joined at one instant", async () => {
    const program = await makeProgram();
    const items = Array.from({ length: 12 }, (_, index) => ({
      name: `Member ${index}`,
      joinedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 4))),
    }));
    await createMembers(program.ctx, items);
    const found = await allNames((cursor) => listMembers(program.ctx, { cursor, limit: 5 }));
    expect(found).toEqual(items.map((item) => item.name).reverse());
  });
});

describe("search over 100,000 members", () => {
  it("walks the key of the words and reads a handful of pages", async () => {
    const program = await makeProgram();
    await fillWith(program, 100_000);
    const search = searchHitsQuery({
      programId: program.programId,
      lead: "ami",
      others: ["had"],
      status: null,
      segment: null,
      after: null,
      limit: 26,
    });
    const plan = await db().$queryRaw<{ "QUERY PLAN": PlanRoot[] }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${search}`,
    );
    const root = plan[0]?.["QUERY PLAN"][0];
    if (!root) throw new Error("no plan");
    expect(JSON.stringify(root)).not.toContain("Seq Scan");
    expect(root.Plan["Shared Hit Blocks"] + root.Plan["Shared Read Blocks"]).toBeLessThan(6_000);

    for (const q of ["ami had", "amira", "a h", "am", "nobody here"]) {
      expect(await quickest(() => searchMembers(program.ctx, { q, limit: 25 })), q).toBeLessThan(100);
    }
  });
});

/** The best of five, in milliseconds: what the search needs, not what else the machine was doing. */
async function quickest(search: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const started = performance.now();
    await search();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

type PlanRoot = { Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } };

const FIRST = [
  "amira",
  "amir",
  "ana",
  "anton",
  "ben",
  "clara",
  "david",
  "elena",
  "farid",
  "greta",
  "hana",
  "ivo",
];
const LAST = [
  "haddad",
  "hansen",
  "hoffmann",
  "meyer",
  "novak",
  "okafor",
  "petrov",
  "quist",
  "rossi",
  "silva",
];

/** Written by the database itself: what is tried here is the search, not the creation. */
async function fillWith({ programId }: TestProgram, count: number): Promise<void> {
  await db().$executeRaw`
    INSERT INTO member (program_id, member_id, card_number, lane, name, joined_at)
    SELECT ${programId}::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid,
           'TS' || lpad(number::text, 10, '0'), 0,
           (${FIRST}::text[])[1 + number % 12] || ' ' || (${LAST}::text[])[1 + (number / 12) % 10] || number % 997,
           now()
    FROM generate_series(1, ${count}::int) AS number`;
  await db().$executeRaw`
    INSERT INTO member_search (program_id, word, member_id)
    SELECT program_id, word, member_id
    FROM member CROSS JOIN LATERAL unnest(string_to_array(name, ' ') || card_number || substr(card_number, 3)) AS word
    WHERE program_id = ${programId}::uuid`;
  await db().$executeRaw`ANALYZE member, member_search`;
}
