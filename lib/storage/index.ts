import "server-only";
import { join } from "node:path";
import { env } from "@/lib/config/env";
import { FolderStorage } from "./folder-storage";
import { S3Storage } from "./s3-storage";
import type { Storage } from "./storage";

export type { Storage, StoredObject } from "./storage";
export { contentName } from "./storage-key";

let configured: Storage | undefined;

/** The installation's storage: the bucket that `S3_BUCKET` names, else the folder `storage` of the data folder. */
export function storage(): Storage {
  configured ??= openStorage();
  return configured;
}

function openStorage(): Storage {
  const settings = env();
  if (settings.S3_BUCKET === undefined) return new FolderStorage(join(settings.TESSERA_DATA_DIR, "storage"));
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return new S3Storage({
    bucket: settings.S3_BUCKET,
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined
        ? undefined
        : { accessKeyId, secretAccessKey },
    pathStyle: settings.S3_PATH_STYLE ?? settings.S3_ENDPOINT !== undefined,
  });
}
