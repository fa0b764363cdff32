import "server-only";
import { createClient } from "@redis/client";
import { log } from "@/lib/config/log";

/** A server that has not answered by then counts as gone. */
const ANSWER_WITHIN_MS = 1_000;
const BUSY_GRACE_MS = 100;
const CONNECT_WITHIN_MS = 2_000;
const RETRY_MS = [250, 1_000, 5_000];

function newClient(url: string) {
  return createClient({
    url,
    name: "tessera",
    disableOfflineQueue: true,
    maintNotifications: "disabled",
    // A lost connection is replaced by RedisConnection, after its successor has been prepared.
    socket: { reconnectStrategy: false, connectTimeout: CONNECT_WITHIN_MS },
  });
}
export type RedisClient = ReturnType<typeof newClient>;

/** Redis does not answer, or answers with an error. What was asked has to be done without it. */
export class RedisUnavailable extends Error {
  override name = "RedisUnavailable";
}

/**
 * A connection that may be missing. One failure ends it: from then on everything that is asked fails at once, without
 * waiting, until a new connection stands. Says once in the log that Redis is gone, and once that it is back.
 */
export class RedisConnection {
  readonly #url: string;
  readonly #prepare: (client: RedisClient) => Promise<unknown>;
  #client: RedisClient | null = null;
  #opening: RedisClient | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  /** @param prepare is done with each new connection before anything is asked of it */
  constructor(url: string, prepare: (client: RedisClient) => Promise<unknown>) {
    this.#url = url;
    this.#prepare = prepare;
    this.#open();
  }

  get isUp(): boolean {
    return this.#client !== null;
  }

  /** @throws RedisUnavailable */
  async ask<T>(question: (client: RedisClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    if (client === null) throw new RedisUnavailable("there is no connection to Redis");
    try {
      return await answered(question(client));
    } catch (error) {
      this.#lose(client, error);
      throw new RedisUnavailable("Redis does not answer", { cause: error });
    }
  }

  /**
   * Says something that Redis must have heard before anything more is asked of it, also to a connection that is still
   * being prepared; one that does not stand yet begins with `prepare` afterwards. Never throws.
   */
  async tell(statement: (client: RedisClient) => Promise<unknown>): Promise<void> {
    const client = this.#client ?? this.#opening;
    if (!client?.isReady) return;
    await answered(statement(client)).catch((error: unknown) => this.#lose(client, error));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const client of [this.#client, this.#opening]) if (client?.isOpen) client.destroy();
    this.#client = null;
    this.#opening = null;
  }

  #open(): void {
    const client = newClient(this.#url);
    this.#opening = client;
    client.on("error", (error) => this.#lose(client, error));
    client
      .connect()
      .then(() => answered(this.#prepare(client)))
      .then(
        () => {
          if (client !== this.#opening) return;
          this.#opening = null;
          this.#client = client;
          if (this.#failures > 0) log().info("Redis answers again");
          this.#failures = 0;
        },
        (error: unknown) => this.#lose(client, error),
      );
  }

  #lose(client: RedisClient, error: unknown): void {
    if (client !== this.#client && client !== this.#opening) return;
    this.#client = null;
    this.#opening = null;
    if (client.isOpen) client.destroy();
    if (this.#closed) return;
    if (this.#failures === 0) log().warn({ err: error }, "Redis does not answer; going on without it");
    this.#timer = setTimeout(() => this.#open(), RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]);
    this.#timer.unref();
    this.#failures += 1;
  }
}

function answered<T>(answer: Promise<T>): Promise<T> {
  return new Promise((fulfil, reject) => {
    const giveUp = () => reject(new RedisUnavailable("no answer in time"));
    let timer = setTimeout(() => {
      // A process that was busy all the time takes in first what has arrived meanwhile.
      timer = setTimeout(giveUp, BUSY_GRACE_MS);
    }, ANSWER_WITHIN_MS);
    answer.then(fulfil, reject).finally(() => clearTimeout(timer));
  });
}
