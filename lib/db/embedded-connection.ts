import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { throughSocket } from "./embedded-socket";
import { writePrivateFile } from "./private-file";

export const DATABASE = "tessera";
export const USER = "tessera";

const connectionFile = z.object({ port: z.number().int(), password: z.string() });

/** How to reach the server of a data folder; kept in its database.json. */
export type Connection = z.infer<typeof connectionFile>;

export function connectionUrl(connection: Connection, databaseName: string): string {
  return `postgresql://${USER}:${connection.password}@127.0.0.1:${connection.port}/${databaseName}`;
}

/** @returns null when the folder has no server yet */
export async function readConnection(dataDirectory: string): Promise<Connection | null> {
  const text = await readFile(join(dataDirectory, "database.json"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw new Error(
        `${join(dataDirectory, "database.json")} cannot be read (${error.code}): was it made by another user?`,
      );
    },
  );
  return text === null ? null : connectionFile.parse(JSON.parse(text));
}

/** The preferred port when it is free, or one that the system picks. */
export function freePort(preferred: number): Promise<number> {
  return new Promise((fulfil, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (preferred !== 0 && error.code === "EADDRINUSE") freePort(0).then(fulfil, reject);
      else reject(error);
    });
    probe.listen(preferred, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => fulfil(typeof address === "object" && address ? address.port : preferred));
    });
  });
}

export async function writeConnection(dataDirectory: string, connection: Connection): Promise<void> {
  await writePrivateFile(join(dataDirectory, "database.json"), JSON.stringify(connection));
}

/**
 * Whether the server of a cluster is the one that answers there.
 * @param sockets folder of the socket to ask through; left out: by TCP
 */
export async function answers(connection: Connection, cluster: string, sockets?: string): Promise<boolean> {
  const url = connectionUrl(connection, "postgres");
  const client = new Client({
    connectionString: sockets === undefined ? url : throughSocket(url, sockets),
    connectionTimeoutMillis: 2000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ setting: string }>(
      "select current_setting('data_directory') as setting",
    );
    return rows[0]?.setting === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
