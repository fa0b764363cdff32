import { mkdtempSync } from "node:fs";
import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/core/clock";
import { fromTypeId, lowestId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { readImage, uploadImage } from "@/lib/images";
import { uploadImport } from "@/lib/imports";
import { changeReward, createReward } from "@/lib/rewards";
import { storage } from "@/lib/storage";
import { makeProgram } from "@/lib/testing/fixtures";
import { sweepImages } from "./sweep-images";
import { sweepStrayUploads } from "./sweep-stray-uploads";

const folder = mkdtempSync(join(tmpdir(), "tessera-sweeps-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const START = new Date("2026-11-22T10:00:00Z");
const daysLater = (days: number) => new Date(START.getTime() + days * 86_400_000);

async function picture(side: number): Promise<Buffer> {
  const create = { width: side, height: side, channels: 3, background: "#a34" } as const;
  return sharp({ create }).png().toBuffer();
}

function uuid(prefix: "img" | "rwd", id: string): string {
  const found = fromTypeId(prefix, id);
  if (found === null) throw new Error(`${id} is no ${prefix}`);
  return found;
}

const filesBelow = async (prefix: string) => {
  let files = 0;
  for await (const _ of storage().list(prefix)) files += 1;
  return files;
};

describe("pictures", () => {
  it("that nothing refers to go a week after they were uploaded last, with their files", async () => {
    const { ctx, programId } = await makeProgram({}, fixedClock(START));
    const upload = async (side: number, days = 0) =>
      uuid(
        "img",
        (await uploadImage({ ...ctx, clock: fixedClock(daysLater(days)) }, await picture(side))).id,
      );
    const [logo, shown, unused, again] = [
      await upload(20),
      await upload(24),
      await upload(28),
      await upload(32),
    ];
    await db().program.update({ where: { programId }, data: { logoImageId: logo } });
    const reward = await createReward(ctx, { kind: "physical", name: "A mug", imageId: shown });
    expect(await upload(32, 3)).toBe(again);

    await sweepImages(daysLater(6));
    expect((await readImage(ctx, unused)).width).toBe(28);
    await sweepImages(daysLater(8));
    await expect(readImage(ctx, unused)).rejects.toMatchObject({ status: 404 });
    expect(await filesBelow(`images/${programId}/${unused}/`)).toBe(0);
    for (const kept of [logo, shown, again]) {
      expect(await filesBelow(`images/${programId}/${kept}/`)).toBeGreaterThan(0);
    }
    // It was uploaded anew, and is a picture of its own.
    const anew = await upload(28, 8);
    expect(anew).not.toBe(unused);

    await changeReward(ctx, uuid("rwd", reward.id), { imageId: anew });
    await sweepImages(daysLater(20));
    const left = await db().image.findMany({ where: { programId }, select: { imageId: true } });
    expect(left.map(({ imageId }) => imageId).sort()).toEqual([logo, anew].sort());
  });

  it("that a reward shows cannot go, whoever sweeps at the same moment", async () => {
    const { ctx, programId } = await makeProgram({}, fixedClock(START));
    const imageId = uuid("img", (await uploadImage(ctx, await picture(36))).id);
    await createReward(ctx, { kind: "physical", name: "A mug", imageId });
    await expect(db().image.deleteMany({ where: { programId, imageId } })).rejects.toThrow();
  });

  it("whose upload broke off leave no files behind, a day later", async () => {
    const { programId } = await makeProgram();
    const broken = `images/${programId}/${lowestId(START.getTime())}/20.png`;
    await storage().put(broken, await picture(20), "image/png");
    await sweepImages(daysLater(0.5));
    expect(
      await storage()
        .get(broken)
        .then((found) => found !== null),
    ).toBe(true);
    await sweepImages(daysLater(1.5));
    expect(await storage().get(broken)).toBeNull();
  });
});

it("files of uploads that came to nothing go after a day, and imports that nobody mapped are called off", async () => {
  const { ctx, programId } = await makeProgram({}, fixedClock(START));
  const uploads = join(folder, "uploads");
  await mkdir(uploads, { recursive: true });
  for (const name of ["half.csv.part", "forgotten.csv", "simulation-kept"]) {
    await writeFile(join(uploads, name), "name\nAmira");
    await utimes(join(uploads, name), START, START);
  }
  const content = (async function* () {
    yield Buffer.from("id,member\n1,2\n");
  })();
  await uploadImport(ctx, { fileName: "baskets.csv", content });
  const { fileKey } = await db().import.findFirstOrThrow({ where: { programId } });
  await utimes(join(uploads, fileKey), START, START);

  expect(await sweepStrayUploads(fixedClock(daysLater(0.9)))).toEqual({ files: 0, imports: 0 });
  expect(await sweepStrayUploads(fixedClock(daysLater(1.1)))).toEqual({ files: 2, imports: 1 });
  expect((await readdir(uploads)).sort()).toEqual([fileKey, "simulation-kept"].sort());
  expect(await db().import.findFirst({ where: { programId } })).toMatchObject({ state: "cancelled" });
});
