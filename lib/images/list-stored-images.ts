import "server-only";
import { isUuid } from "@/lib/core/ids";
import { storage } from "@/lib/storage";
import { IMAGE_KEYS } from "./stored-rendition";

/** The pictures that have files in the storage, whether their programs know them or not, each once. */
export async function* listStoredImages(): AsyncIterable<{ programId: string; imageId: string }> {
  let last = "";
  for await (const key of storage().list(IMAGE_KEYS)) {
    const [, programId = "", imageId = ""] = key.split("/");
    if (imageId === last || !isUuid(programId) || !isUuid(imageId)) continue;
    last = imageId;
    yield { programId, imageId };
  }
}
