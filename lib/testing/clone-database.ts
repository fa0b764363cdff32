import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { closeDb } from "@/lib/db/client";
import { TEMPLATE } from "./start-database";

// Each test file works on a database of its own: files run side by side and leave nothing behind.
const serverUrl = inject("testServerUrl");
const name = `test_${randomBytes(8).toString("hex")}`;

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

await onServer(`create database ${name} template ${TEMPLATE}`);
process.env.DATABASE_URL = serverUrl.replace(/\/postgres$/, `/${name}`);

afterAll(async () => {
  await closeDb();
  await onServer(`drop database ${name} with (force)`);
});
