import "server-only";
import { Client } from "pg";
import { env } from "@/lib/config/env";
import { log } from "@/lib/config/log";
import { assert } from "@/lib/core/assert";

/** What one part of the process wants to know of a channel. */
export type ChannelListener = {
  /** A notification of a transaction that has committed; an empty text where it carried none. */
  heard(payload: string): void;
  /** From now on notifications arrive. Those from before were not heard. */
  connected?(): void;
  /** From now on notifications are missed, until `connected`. */
  lost?(): void;
};

const RETRY_MS = [250, 1_000, 5_000];

/** One database connection that listens for all of this process, and comes back by itself when it breaks. */
class Listener {
  readonly #channels = new Map<string, Set<ChannelListener>>();
  #client: Client | null = null;
  #connected = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @returns stops listening; the connection ends with the last listener */
  add(channel: string, listener: ChannelListener): () => void {
    assert(/^[a-z_]+$/.test(channel), "a channel's name is a plain identifier");
    const listeners = this.#channels.get(channel) ?? new Set();
    listeners.add(listener);
    this.#channels.set(channel, listeners);
    if (this.#client === null && this.#timer === undefined) this.#connect();
    // A connection that is still opening takes up every channel once it is there.
    else if (this.#connected) this.#takeUp(channel, [listener]);
    return () => this.#remove(channel, listener);
  }

  #remove(channel: string, listener: ChannelListener): void {
    const listeners = this.#channels.get(channel);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#channels.delete(channel);
    if (this.#channels.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lose(this.#client);
  }

  #connect(): void {
    this.#timer = undefined;
    const client = new Client({
      connectionString: env().DATABASE_URL,
      application_name: "tessera listener",
      keepAlive: true,
    });
    this.#client = client;
    client.on("error", (error) => this.#lose(client, error));
    client.on("end", () => this.#lose(client));
    client.on("notification", ({ channel, payload }) => {
      for (const listener of this.#channels.get(channel) ?? []) listener.heard(payload ?? "");
    });
    client.connect().then(
      () => {
        if (client !== this.#client) return;
        this.#connected = true;
        this.#failures = 0;
        for (const [channel, listeners] of this.#channels) this.#takeUp(channel, [...listeners]);
      },
      (error: unknown) => this.#lose(client, error),
    );
  }

  #takeUp(channel: string, listeners: readonly ChannelListener[]): void {
    const client = this.#client;
    client?.query(`LISTEN ${channel}`).then(
      () => {
        if (client !== this.#client) return;
        for (const listener of listeners) {
          if (this.#channels.get(channel)?.has(listener)) listener.connected?.();
        }
      },
      (error: unknown) => this.#lose(client, error),
    );
  }

  /** Gives a connection up; opens another one while somebody listens. */
  #lose(client: Client | null, error?: unknown): void {
    if (client === null || client !== this.#client) return;
    this.#client = null;
    this.#connected = false;
    client.removeAllListeners("notification");
    client.end().catch(() => undefined);
    if (this.#channels.size === 0) return;
    if (error) log().warn({ err: error }, "the listening connection broke; it will be opened again");
    for (const listeners of this.#channels.values()) {
      for (const listener of listeners) listener.lost?.();
    }
    this.#timer = setTimeout(() => this.#connect(), RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]);
    this.#timer.unref();
    this.#failures += 1;
  }
}

const globals = globalThis as typeof globalThis & { tesseraListener?: Listener };

/**
 * Listens on a channel of PostgreSQL. All channels of the process share one connection, which lives on globalThis so
 * that hot reloading and separate bundles keep a single one.
 * @returns stops listening
 */
export function listen(channel: string, listener: ChannelListener): () => void {
  globals.tesseraListener ??= new Listener();
  return globals.tesseraListener.add(channel, listener);
}
