import type { S3Client } from "@aws-sdk/client-s3";
import { assert } from "@/lib/core/assert";
import { Unavailable } from "@/lib/core/errors";
import type { Storage, StoredObject } from "./storage";
import { checkKey, checkPrefix } from "./storage-key";

export type S3Settings = {
  bucket: string;
  /** Address of a store that speaks S3; undefined for Amazon's own. */
  endpoint: string | undefined;
  region: string;
  /** undefined: from the environment, a profile or the machine's role, as the client library finds them. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** The bucket's name in the path instead of the host name, as most other stores want it. */
  pathStyle: boolean;
};

type Connection = { sdk: typeof import("@aws-sdk/client-s3"); client: S3Client };

/** Storage in a bucket of Amazon S3, or of any store that speaks its protocol. */
export class S3Storage implements Storage {
  readonly #settings: S3Settings;
  #connecting: Promise<Connection> | undefined;

  constructor(settings: S3Settings) {
    this.#settings = settings;
  }

  put(key: string, content: Uint8Array, contentType: string): Promise<void> {
    const request = {
      ...this.#object(key),
      Body: content,
      ContentLength: content.byteLength,
      ContentType: contentType,
    };
    return this.#reach(async ({ sdk, client }) => {
      await client.send(new sdk.PutObjectCommand(request));
    });
  }

  get(key: string): Promise<StoredObject | null> {
    const request = this.#object(key);
    return this.#reach(async ({ sdk, client }) => {
      const answer = await client.send(new sdk.GetObjectCommand(request)).catch((error: unknown) => {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      });
      if (answer === null) return null;
      const { Body: body, ContentLength: sizeBytes } = answer;
      assert(body !== undefined && sizeBytes !== undefined, "an object store sends content and length");
      return { content: body.transformToWebStream() as StoredObject["content"], sizeBytes };
    });
  }

  delete(key: string): Promise<void> {
    const request = this.#object(key);
    return this.#reach(async ({ sdk, client }) => {
      await client.send(new sdk.DeleteObjectCommand(request));
    });
  }

  async *list(prefix: string): AsyncIterable<string> {
    const request = { Bucket: this.#settings.bucket, Prefix: checkPrefix(prefix) };
    let token: string | undefined;
    do {
      const ContinuationToken = token;
      const page = await this.#reach(({ sdk, client }) =>
        client.send(new sdk.ListObjectsV2Command({ ...request, ContinuationToken })),
      );
      for (const { Key: key } of page.Contents ?? []) if (key !== undefined) yield key;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  #object(key: string) {
    return { Bucket: this.#settings.bucket, Key: checkKey(key) };
  }

  /** @throws Unavailable when the store cannot be reached or refuses */
  async #reach<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.#connect();
    try {
      return await work(connection);
    } catch (error) {
      const reason = error instanceof Error ? error.name : "unknown";
      throw new Unavailable(
        `object store: ${reason}`,
        "Files cannot be reached at the moment. Try again soon.",
        error,
      );
    }
  }

  /** The library is large: only those who use it load it, once. */
  #connect(): Promise<Connection> {
    this.#connecting ??= import("@aws-sdk/client-s3").then((sdk) => {
      const { endpoint, region, credentials, pathStyle } = this.#settings;
      const client = new sdk.S3Client({
        region,
        forcePathStyle: pathStyle,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined ? {} : { credentials }),
        // Checksums that S3 has only lately asked for are unknown to other stores.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
      });
      return { sdk, client };
    });
    return this.#connecting;
  }
}
