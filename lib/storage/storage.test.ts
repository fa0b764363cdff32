import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderStorage } from "./folder-storage";
import { S3Storage } from "./s3-storage";
import type { Storage } from "./storage";
import { contentName } from "./storage-key";
import { FakeS3 } from "./testing";

const credentials = { accessKeyId: "tessera", secretAccessKey: "a secret that signs" };
const fake = new FakeS3(credentials);
let folder: string;
let endpoint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tessera-storage-"));
  endpoint = await fake.start();
});

afterAll(async () => {
  await fake.stop();
  await rm(folder, { recursive: true });
});

const bucket = (keys = credentials) =>
  new S3Storage({ bucket: "club", endpoint, region: "eu-central-1", credentials: keys, pathStyle: true });

const text = (words: string) => Buffer.from(words);

async function read(from: Storage, key: string): Promise<string | null> {
  const object = await from.get(key);
  if (object === null) return null;
  const content = await buffer(object.content);
  expect(content.byteLength).toBe(object.sizeBytes);
  return content.toString();
}

async function listed(from: Storage, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of from.list(prefix)) keys.push(key);
  return keys;
}

describe.each<[string, () => Storage]>([
  ["a folder", () => new FolderStorage(folder)],
  ["a bucket", () => bucket()],
])("storage in %s", (_name, open) => {
  it("gives back what was put, as often as it was put", async () => {
    const storage = open();
    const content = text("a mosaic, 1 tile = 1 µ²");
    const key = `given/${contentName(content, "txt")}`;
    await storage.put(key, content, "text/plain");
    await storage.put(key, content, "text/plain");
    expect(await read(storage, key)).toBe("a mosaic, 1 tile = 1 µ²");
    expect(await read(open(), key)).toBe("a mosaic, 1 tile = 1 µ²");
  });

  it("keeps an empty content", async () => {
    await open().put("empty/none", text(""), "text/plain");
    expect(await read(open(), "empty/none")).toBe("");
  });

  it("has nothing under a key that was never put, or was deleted, however often", async () => {
    const storage = open();
    expect(await read(storage, "gone/never")).toBeNull();
    await storage.put("gone/soon", text("x"), "text/plain");
    await storage.delete("gone/soon");
    await storage.delete("gone/soon");
    expect(await read(storage, "gone/soon")).toBeNull();
  });

  it("lists what lies below a prefix, in order, over more than a page", async () => {
    const storage = open();
    const keys = ["list/a.txt", "list/a/1", "list/a/2", "list/ab/1", "list/b"];
    for (const key of [...keys, "listed/not", "other/list/a"].reverse()) {
      await storage.put(key, text(key), "text/plain");
    }
    expect(await listed(storage, "list/")).toEqual(keys);
    expect(await listed(storage, "list/a/")).toEqual(["list/a/1", "list/a/2"]);
    expect(await listed(storage, "nothing/")).toEqual([]);
  });

  it.each(["../secret", "a/../b", "/a", "a//b", "a/", "A/b", "plain", "a/.b", `a/${"b".repeat(1_024)}`])(
    "refuses the key %j",
    async (key) => {
      const refused = async () => open().put(key, text("x"), "text/plain");
      await expect(refused()).rejects.toThrow("storage key");
      await expect((async () => open().get(key))()).rejects.toThrow("storage key");
      await expect((async () => open().delete(key))()).rejects.toThrow("storage key");
    },
  );

  it("refuses a prefix that is not whole", async () => {
    await expect(listed(open(), "list")).rejects.toThrow("storage prefix");
    await expect(listed(open(), "../")).rejects.toThrow("storage prefix");
  });
});

describe("storage in a folder", () => {
  it("leaves no draft behind, neither of what went well nor of what did not", async () => {
    const storage: Storage = new FolderStorage(join(folder, "drafts"));
    await storage.put("a/b/c", text("x"), "text/plain");
    await expect(storage.put("a/b", text("x"), "text/plain")).rejects.toThrow();
    expect((await readdir(join(folder, "drafts"), { recursive: true })).sort()).toEqual([
      "a",
      "a/b",
      "a/b/c",
    ]);
  });
});

describe("storage in a bucket", () => {
  it("says what kind of content it is", async () => {
    await bucket().put("kind/image", text("x"), "image/webp");
    expect(fake.objects.get("club/kind/image")?.contentType).toBe("image/webp");
  });

  it("is unavailable, for now, where the store refuses the signature", async () => {
    const stranger = bucket({ ...credentials, secretAccessKey: "another secret" });
    await expect(stranger.put("kind/theirs", text("x"), "text/plain")).rejects.toMatchObject({
      code: "unavailable",
      transient: true,
    });
    await expect(stranger.get("kind/image")).rejects.toMatchObject({ code: "unavailable" });
    expect(fake.objects.has("club/kind/theirs")).toBe(false);
  });
});
