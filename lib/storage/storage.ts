/** What is stored under a key, to be read once; whoever opens it reads it to the end or cancels it. */
export type StoredObject = { content: ReadableStream<Uint8Array<ArrayBuffer>>; sizeBytes: number };

/**
 * Where files live that do not belong into the database: images, exports. A key is a path of lower-case names
 * (`images/0197…/5f1c….webp`) and stands for one content for ever: make it from the content, or from an id that is
 * used once. So nobody ever needs to know whether a copy is current.
 */
export interface Storage {
  /** Keeps the content; it is there as a whole or not at all. Putting the same again changes nothing. */
  put(key: string, content: Uint8Array, contentType: string): Promise<void>;
  /** @returns null when there is nothing under the key */
  get(key: string): Promise<StoredObject | null>;
  /** What is gone already is as good as deleted. */
  delete(key: string): Promise<void>;
  /** The keys that begin with a prefix that ends in a slash, in the order of their bytes, however many there are. */
  list(prefix: string): AsyncIterable<string>;
}
