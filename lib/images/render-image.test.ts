import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { renderImage } from "./render-image";

/** A plain picture, its left half of one colour and its right half of another. */
function picture(width: number, height: number, left = "#b43c28", right = "#28503c") {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: left };
  return sharp({ create: { width, height, channels: 3, background: right } }).composite([
    { input: { create: half }, left: 0, top: 0 },
  ]);
}

const sizeOf = async (content: Uint8Array | undefined) => {
  const { width, height, format } = await sharp(content).metadata();
  return { width, height, format };
};

describe("renderImage", () => {
  it("draws every width in the formats for browsers and for the rest", async () => {
    const rendered = await renderImage(await picture(400, 200).png().toBuffer());
    expect(rendered).toMatchObject({ width: 400, height: 200, widths: [160, 320, 400], alpha: false });
    expect(rendered.blurColour).toMatch(/^#[0-9a-f]{6}$/);
    // Row by row, in each first the left half of the picture and then the right one.
    expect(rendered.mosaic).toMatch(/^([0-9a-f]{48}){6}$/);
    expect(rendered.mosaic?.match(/.{6}/g)?.filter((_, tile) => tile % 8 === 0 || tile % 8 === 7)).toEqual(
      Array.from({ length: 6 }, () => ["b43c28", "28503c"]).flat(),
    );
    expect(rendered.renditions.map(({ width, format }) => `${width}.${format}`)).toEqual(
      [160, 320, 400].flatMap((width) => [`${width}.avif`, `${width}.webp`, `${width}.jpeg`]),
    );
    expect(await Promise.all(rendered.renditions.slice(0, 3).map(({ content }) => sizeOf(content)))).toEqual([
      { width: 160, height: 80, format: "heif" },
      { width: 160, height: 80, format: "webp" },
      { width: 160, height: 80, format: "jpeg" },
    ]);
  });

  it.each(["png", "jpeg", "webp", "avif"] as const)("takes %s", async (format) => {
    const rendered = await renderImage(await picture(64, 32).toFormat(format).toBuffer());
    expect(rendered).toMatchObject({ width: 64, height: 32, widths: [64] });
  });

  it("makes a large picture as large as it is ever shown", async () => {
    const rendered = await renderImage(await picture(2_000, 2_500).jpeg().toBuffer());
    expect(rendered).toMatchObject({ width: 1_280, height: 1_600, widths: [160, 320, 640, 1_080, 1_280] });
  }, 30_000);

  it("turns a photograph upright and forgets what the camera noted", async () => {
    const noted = { IFD0: { Copyright: "Mara", Make: "Camera" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } };
    const photograph = await picture(60, 40)
      .jpeg()
      .withExif(noted)
      .withMetadata({ orientation: 6, exif: noted })
      .toBuffer();
    expect((await sharp(photograph).metadata()).exif?.length).toBeGreaterThan(0);
    const { width, height, renditions } = await renderImage(photograph);
    expect({ width, height }).toEqual({ width: 40, height: 60 });
    for (const { content } of renditions) {
      const { exif, icc, xmp, orientation } = await sharp(content).metadata();
      expect({ exif, icc, xmp, orientation: orientation ?? 1 }).toMatchObject({ orientation: 1 });
      expect([exif, xmp]).toEqual([undefined, undefined]);
      expect(Buffer.from(content).includes("Mara")).toBe(false);
    }
  });

  it("keeps transparency, and says what stands in its place", async () => {
    const clear = await sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const { alpha, renditions, blurColour, mosaic } = await renderImage(clear);
    expect({ alpha, blurColour, mosaic }).toEqual({ alpha: true, blurColour: "#ff0000", mosaic: null });
    expect(renditions.map(({ format }) => format)).toEqual(["avif", "webp", "png"]);
  });

  it("takes greys", async () => {
    const grey = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#808080" } })
      .greyscale()
      .png()
      .toBuffer();
    expect((await renderImage(grey)).blurColour).toBe("#808080");
  });

  it.each([
    [
      "a drawing",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'),
      "not_an_image",
    ],
    ["a text", Buffer.from("hello"), "not_an_image"],
    ["nothing", Buffer.alloc(0), "not_an_image"],
    ["a GIF", Buffer.from("GIF89a.................."), "not_an_image"],
    ["the beginning of a picture", Buffer.from("\x89PNG\r\n\x1a\n and no more", "latin1"), "broken_image"],
  ])("refuses %s", async (_name, content, code) => {
    await expect(renderImage(content)).rejects.toMatchObject({ code: "invalid", fields: [{ code }] });
  });

  it("refuses a picture that is cut short", async () => {
    const whole = await picture(400, 400).jpeg().toBuffer();
    await expect(renderImage(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      fields: [{ code: "broken_image" }],
    });
  });

  it("refuses what is too small, and what unpacks to too many pixels", async () => {
    await expect(renderImage(await picture(15, 400).png().toBuffer())).rejects.toMatchObject({
      fields: [{ code: "too_small" }],
    });
    const bomb = await sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: "#000" } })
      .png()
      .toBuffer();
    await expect(renderImage(bomb)).rejects.toMatchObject({ fields: [{ code: "too_many_pixels" }] });
  });
});
