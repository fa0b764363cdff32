import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { fromTypeId } from "@/lib/core/ids";
import { drawImageIcon, uploadImage } from "@/lib/images";
import { recallProgram } from "@/lib/programs";
import { makeMember, makeProgram } from "@/lib/testing/fixtures";
import { makeUser, memberCookie, portalCookie } from "@/lib/testing/people";
import { GET as readBrand, PUT as setBrand } from "./route";

const ORIGIN = "http://localhost:3000";
const folder = await mkdtemp(join(tmpdir(), "tessera-brand-"));
process.env.TESSERA_DATA_DIR = folder;
afterAll(() => rm(folder, { recursive: true }));

const params = Promise.resolve({});

it("shows itself as it was set, with its own images only", async () => {
  const program = await makeProgram();
  const { userId } = await makeUser({ organizationId: program.organizationId, role: "admin" });
  const asAdmin = { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
  const put = (body: object) => {
    const headers = { ...asAdmin, "content-type": "application/json" };
    return setBrand(
      new Request(`${ORIGIN}/api/v1/brand`, { method: "PUT", headers, body: JSON.stringify(body) }),
      { params },
    );
  };
  const drawn = await sharp({ create: { width: 64, height: 32, channels: 3, background: "#123456" } })
    .png()
    .toBuffer();
  const logo = await uploadImage(program.ctx, drawn);
  const brand = {
    name: "Bean & Crumb",
    hue: 150,
    tagline: "  ",
    logo: logo.id,
    cardImage: null,
    cardPattern: "waves",
  };
  const answer = await put(brand);
  expect(answer.status).toBe(200);
  const shown = { ...brand, tagline: null, logo };
  expect(await answer.json()).toEqual(shown);
  expect((await recallProgram(program.programId)).brand).toMatchObject({ logo, cardPattern: "waves" });

  const { memberId } = await makeMember(program.ctx);
  const asMember = { cookie: await memberCookie(program.programId, memberId), origin: ORIGIN };
  const read = await readBrand(new Request(`${ORIGIN}/api/v1/brand`, { headers: asMember }), { params });
  expect(await read.json()).toEqual(shown);

  const foreign = await uploadImage((await makeProgram()).ctx, drawn);
  const refused = await put({ ...brand, cardImage: foreign.id });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/cardImage", code: "unknown_image" }] });
  for (const wrong of [
    { hue: 360 },
    { name: "B" },
    { cardPattern: "stripes" },
    { tagline: "x".repeat(161) },
  ]) {
    expect((await put({ ...brand, ...wrong })).status).toBe(422);
  }
});

it("draws its icon from the logo: cut where it is opaque, on a ground where it is not", async () => {
  const program = await makeProgram();
  const draw = async (channels: 3 | 4, background: object) => {
    const picture = sharp({ create: { width: 80, height: 40, channels, background } }).png();
    const { id } = await uploadImage(program.ctx, await picture.toBuffer());
    const { programId } = program;
    const icon = await drawImageIcon({ programId, imageId: fromTypeId("img", id) ?? "" }, 20, "#00ff00");
    const { data, info } = await sharp(icon ?? new Uint8Array())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * 20 + x) * info.channels).subarray(0, 3)];
    return { size: [info.width, info.height], corner: at(0, 0), middle: at(10, 10) };
  };
  const opaque = await draw(3, { r: 255, g: 0, b: 0 });
  expect(opaque.size).toEqual([20, 20]);
  expect(opaque.corner[0]).toBeGreaterThan(240);
  const clear = await draw(4, { r: 0, g: 0, b: 255, alpha: 0.5 });
  expect(clear.corner).toEqual([0, 255, 0]);
  expect(clear.middle[2]).toBeGreaterThan(100);
  const { programId } = program;
  expect(await drawImageIcon({ programId, imageId: programId }, 20, "#fff")).toBeNull();
});
