import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as showImage } from "@/app/api/images/[program]/[image]/[width]/route";
import { createApiKey } from "@/lib/api-keys";
import { toTypeId } from "@/lib/core/ids";
import { db } from "@/lib/db";
import { uploadImage } from "@/lib/images";
import type { ImageDto } from "@/lib/images/schema";
import { storage } from "@/lib/storage";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { GET as readImage } from "./[id]/route";
import { POST as postImage } from "./route";

const ORIGIN = "http://localhost:3000";
const folder = await mkdtemp(join(tmpdir(), "tessera-images-"));
process.env.TESSERA_DATA_DIR = folder;

let program: TestProgram;
let headers: Record<string, string>;

beforeAll(async () => {
  program = await makeProgram();
  const owner = ctxFor(program, { role: "owner" });
  const { text } = await createApiKey(owner, { name: "Shop", scopes: ["images:write"] });
  headers = { authorization: `Bearer ${text}` };
});

afterAll(() => rm(folder, { recursive: true }));

const draw = (background: string, width = 200): Promise<Buffer> =>
  sharp({ create: { width, height: 100, channels: 3, background } })
    .png()
    .toBuffer();

const upload = (body: Buffer, as = headers) =>
  postImage(
    new Request(`${ORIGIN}/api/v1/images`, { method: "POST", headers: as, body: new Uint8Array(body) }),
    {
      params: Promise.resolve({}),
    },
  );

const show = (path: string, accept = "image/avif,image/webp,*/*") => {
  const [programId = "", image = "", width = ""] = path.split("/").slice(3);
  return showImage(new Request(`${ORIGIN}${path}`, { headers: { accept } }), {
    params: Promise.resolve({ program: programId, image, width }),
  });
};

async function keysOf(programId: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage().list(`images/${programId}/`)) keys.push(key);
  return keys;
}

describe("images", () => {
  it("are uploaded, described, and shown in the format that the reader takes", async () => {
    const answer = await upload(await draw("#b43c28"));
    expect(answer.status).toBe(201);
    const image: ImageDto = await answer.json();
    expect(image).toMatchObject({ width: 200, height: 100, widths: [160, 200], blurColour: "#b43c28" });
    const read = await readImage(new Request(`${ORIGIN}/api/v1/images/x`, { headers }), {
      params: Promise.resolve({ id: image.id }),
    });
    expect(await read.json()).toEqual(image);

    for (const [accept, type] of [
      ["image/avif,image/webp,*/*", "image/avif"],
      ["image/webp,*/*", "image/webp"],
      ["*/*", "image/jpeg"],
    ] as const) {
      const shown = await show(`${image.path}/160`, accept);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "Accept",
      });
      const content = Buffer.from(await shown.arrayBuffer());
      expect(content.byteLength).toBe(Number(shown.headers.get("content-length")));
      expect((await sharp(content).metadata()).width).toBe(160);
    }
  });

  it("are one image when the same file comes twice, also at the same time", async () => {
    const file = await draw("#28503c");
    const before = (await keysOf(program.programId)).length;
    const images = await Promise.all([1, 2, 3].map(() => uploadImage(program.ctx, file)));
    expect(new Set(images.map(({ id }) => id)).size).toBe(1);
    expect(await uploadImage(program.ctx, file)).toEqual(images[0]);
    expect((await keysOf(program.programId)).length - before).toBe(6);
    const uploads = await db().audit.count({
      where: { programId: program.programId, action: "image.uploaded", target: images[0]?.id ?? "" },
    });
    expect(uploads).toBe(1);
  });

  it("belong to their program", async () => {
    const { path } = await uploadImage(program.ctx, await draw("#101010"));
    const other = await makeProgram();
    const theirs = path.replace(toTypeId("prog", program.programId), toTypeId("prog", other.programId));
    expect((await show(`${theirs}/160`)).status).toBe(404);
    expect((await uploadImage(other.ctx, await draw("#101010"))).path).not.toBe(path);
  });

  it("answer with 404 what is not there", async () => {
    const { path } = await uploadImage(program.ctx, await draw("#202020"));
    for (const width of ["161", "0", "x", "160.5", "../160"]) {
      expect((await show(`${path}/${width}`)).status, width).toBe(404);
    }
    expect((await show("/api/images/prog_x/img_y/160")).status).toBe(404);
  });

  it("are refused from those who may not, and when they are no images", async () => {
    const analyst = ctxFor(program, { role: "analyst" });
    await expect(uploadImage(analyst, await draw("#303030"))).rejects.toMatchObject({ code: "forbidden" });
    const before = await keysOf(program.programId);
    expect((await upload(Buffer.from("<svg/>"))).status).toBe(422);
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect(await keysOf(program.programId)).toEqual(before);
  });

  it("leave nothing in the storage when they cannot be recorded", async () => {
    const before = await keysOf(program.programId);
    const nowhere = { ...program.ctx, programId: "01890a5d-ac96-774b-bcce-b302099a8057" };
    await expect(uploadImage(nowhere, await draw("#404040"))).rejects.toThrow();
    expect(await keysOf(nowhere.programId)).toEqual([]);
    expect(await keysOf(program.programId)).toEqual(before);
  });
});
