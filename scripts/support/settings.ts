import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import webPush from "web-push";
import { z } from "zod";
import { writePrivateFile } from "@/lib/db/private-file";
import { Sentence } from "./sentence";

/** What the launcher itself needs to know; the application reads the rest of its environment by itself. */
export interface Settings {
  port: number;
  /** Absolute path. */
  dataDirectory: string;
  /** A PostgreSQL server of the operator's own; undefined: the one in the data folder. */
  databaseUrl: string | undefined;
  /** The owner of that database, who migrates it and gives the role of `databaseUrl` its rights; undefined: the same. */
  databaseOwnerUrl: string | undefined;
  /** Fill an empty database with demo data. */
  demo: boolean;
}

/**
 * Reads the environment, and the file .env below it.
 *
 * @throws Sentence when a value is unusable.
 */
export function readSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const port = Number(process.env.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sentence(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  const databaseUrl = readDatabaseUrl("DATABASE_URL");
  const databaseOwnerUrl = readDatabaseUrl("DATABASE_OWNER_URL");
  if (databaseOwnerUrl && !databaseUrl)
    throw new Sentence("DATABASE_OWNER_URL needs a DATABASE_URL beside it.");
  return {
    port,
    dataDirectory: resolve(process.env.TESSERA_DATA_DIR || "data"),
    databaseUrl,
    databaseOwnerUrl,
    demo: process.env.TESSERA_DEMO !== "off",
  };
}

function readDatabaseUrl(name: "DATABASE_URL" | "DATABASE_OWNER_URL"): string | undefined {
  const url = process.env[name] || undefined;
  if (url && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol))) {
    throw new Sentence(`${name} must look like postgresql://user:password@host:5432/database.`);
  }
  return url;
}

const secretsFile = z.object({
  NEXTAUTH_SECRET: z.string(),
  WORKER_SECRET: z.string(),
  VAPID_PUBLIC_KEY: z.string(),
  VAPID_PRIVATE_KEY: z.string(),
});

/** The installation's secrets: made once, kept in the data folder for its owner alone; the environment wins. */
export async function readSecrets(dataDirectory: string): Promise<z.infer<typeof secretsFile>> {
  await mkdir(dataDirectory, { recursive: true });
  const path = join(dataDirectory, "secrets.json");
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new Sentence(`${path} cannot be read (${error.code}): was it made by another user?`);
  });
  const known = text === null ? {} : secretsFile.partial().parse(JSON.parse(text));
  // An older installation gets what it does not have yet, and keeps what it has.
  const kept = { ...makeSecrets(), ...known };
  if (Object.keys(known).length < Object.keys(kept).length)
    await writePrivateFile(path, JSON.stringify(kept));
  return {
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || kept.NEXTAUTH_SECRET,
    WORKER_SECRET: process.env.WORKER_SECRET || kept.WORKER_SECRET,
    VAPID_PUBLIC_KEY: process.env.VAPID_PUBLIC_KEY || kept.VAPID_PUBLIC_KEY,
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY || kept.VAPID_PRIVATE_KEY,
  };
}

function makeSecrets(): z.infer<typeof secretsFile> {
  const secret = () => randomBytes(32).toString("base64url");
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  return {
    NEXTAUTH_SECRET: secret(),
    WORKER_SECRET: secret(),
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
  };
}
