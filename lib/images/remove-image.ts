import "server-only";
import { db, sqlState } from "@/lib/db";
import { storage } from "@/lib/storage";
import { IMAGE_KEYS } from "./stored-rendition";

type Ref = { programId: string; imageId: string };

const FOREIGN_KEY_VIOLATION = "23503";

/**
 * Removes a picture that was not uploaded again since an instant and that nobody refers to; whoever comes to refer to it
 * at the same moment keeps it. The row goes first: what is not known any more is shown nowhere.
 * @returns whether it went
 */
export async function removeImage({ programId, imageId }: Ref, uploadedBefore: Date): Promise<boolean> {
  try {
    const { count } = await db().image.deleteMany({
      where: { programId, imageId, lastUploadedAt: { lt: uploadedBefore } },
    });
    if (count === 0) return false;
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return false;
    throw error;
  }
  await removeRenditions({ programId, imageId });
  return true;
}

/** Removes the files of a picture that the program does not know any more. */
export async function removeRenditions({ programId, imageId }: Ref): Promise<void> {
  for await (const key of storage().list(`${IMAGE_KEYS}${programId}/${imageId}/`)) {
    await storage().delete(key);
  }
}
