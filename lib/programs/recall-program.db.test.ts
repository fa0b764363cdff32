import { expect, it } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { cacheHits, onEveryCache } from "@/lib/testing/caching";
import { makeProgram } from "@/lib/testing/fixtures";
import { until } from "@/lib/testing/until";
import { readProgram, recallProgram, recallProgramBySlug } from ".";

it("reads the program each time where nothing is cached", async () => {
  const { programId, slug } = await makeProgram({ name: "Beans" });
  expect(await recallProgram(programId)).toEqual(await readProgram(programId));
  await db().program.update({ where: { programId }, data: { name: "Beans & Co" } });
  expect(await recallProgram(programId)).toMatchObject({ name: "Beans & Co" });
  expect(await recallProgramBySlug(slug)).toMatchObject({ name: "Beans & Co" });
});

onEveryCache("a recalled program", () => {
  it("is the whole program, and read once", async () => {
    const { programId, slug } = await makeProgram({ pointsExpireAfterMonths: 12, brandHue: 40 });
    const program = await readProgram(programId);
    expect(await recallProgramBySlug(slug)).toEqual(program);
    await until(async () => {
      const before = cacheHits();
      expect(await recallProgram(programId)).toEqual(program);
      expect(await recallProgramBySlug(slug)).toEqual(program);
      return cacheHits() === before + 3;
    });
  });

  it("follows its changes", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    await recallProgram(programId);
    await db().program.update({ where: { programId }, data: { name: "Beans & Co" } });
    await until(async () => (await recallProgram(programId)).name === "Beans & Co");
  });

  it("is what the transaction sees, inside one", async () => {
    const { programId } = await makeProgram({ name: "Beans" });
    await recallProgram(programId);
    await withTx({}, async (tx) => {
      await tx.program.update({ where: { programId }, data: { name: "Beans & Co" } });
      expect((await recallProgram(programId, tx)).name).toBe("Beans & Co");
      expect((await recallProgram(programId)).name).toBe("Beans");
    });
  });

  it("is found by its address alone, also when the address passes to another", async () => {
    const [first, second] = [await makeProgram(), await makeProgram()];
    await recallProgramBySlug(first.slug);
    const freed = `${first.slug}-old`;
    await db().program.update({ where: { programId: first.programId }, data: { slug: freed } });
    await db().program.update({ where: { programId: second.programId }, data: { slug: first.slug } });
    await until(async () => (await recallProgramBySlug(first.slug)).programId === second.programId);
    expect((await recallProgramBySlug(freed)).programId).toBe(first.programId);
    await until(async () =>
      recallProgramBySlug(second.slug).then(
        () => false,
        (error) => error instanceof NotFound,
      ),
    );
  });

  it("is asked for anew while there is none", async () => {
    const slug = `later-${newId()}`.slice(0, 40);
    await expect(recallProgramBySlug(slug)).rejects.toThrow(NotFound);
    const { programId } = await makeProgram({ slug });
    expect((await recallProgramBySlug(slug)).programId).toBe(programId);
  });
});
