import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/db";
import { copyImage, findImagesByContent, type PlacedImage } from "@/lib/images";
import { hashIn, type ProgramDocument, pictureName } from "@/lib/program-code";
import { listSiblings } from "./siblings";

/** The pictures that a document names and that the program, or another one of its company, has. */
export async function picturesWithinReach(ctx: Ctx, document: ProgramDocument): Promise<ReadonlySet<string>> {
  const placed = await findPictures(ctx, document);
  return new Set(placed.map(({ hash }) => pictureName(hash)));
}

/**
 * Takes over what the program lacks of the pictures that a document names from other programs of its company, each once.
 * One that nobody comes to use goes again after a while.
 */
export async function bringPictures(ctx: Ctx, document: ProgramDocument): Promise<void> {
  const placed = await findPictures(ctx, document);
  const own = new Set(placed.flatMap(({ programId, hash }) => (programId === ctx.programId ? [hash] : [])));
  const elsewhere = new Map(placed.map((image) => [image.hash, image]));
  for (const { hash, ...from } of elsewhere.values()) {
    if (own.has(hash)) continue;
    try {
      await copyImage(ctx, from);
    } catch (error) {
      // Gone, or its files are, since it was found: the reward does without, and the plan says so.
      if (!(error instanceof NotFound)) throw error;
    }
  }
}

/** The images of the program that a document names, by their names there. */
export async function ownPictures(ctx: Ctx, document: ProgramDocument): Promise<ReadonlyMap<string, string>> {
  const placed = await findImagesByContent(ctx.tx ?? db(), [ctx.programId], hashesIn(document));
  return new Map(placed.map(({ hash, imageId }) => [pictureName(hash), imageId]));
}

async function findPictures(ctx: Ctx, document: ProgramDocument): Promise<PlacedImage[]> {
  const hashes = hashesIn(document);
  if (hashes.length === 0) return [];
  const siblings = await listSiblings(ctx);
  const programIds = [ctx.programId, ...siblings.map(({ programId }) => programId)];
  return findImagesByContent(ctx.tx ?? db(), programIds, hashes);
}

function hashesIn({ rewards = [] }: ProgramDocument): string[] {
  return [...new Set(rewards.flatMap(({ image }) => (image === null ? [] : [hashIn(image)])))];
}
