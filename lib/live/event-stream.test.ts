import { describe, expect, it } from "vitest";
import { eventStream } from "./event-stream";

/** Everything a stream says until it ends. */
async function readAll(response: Response): Promise<string> {
  return response.text();
}

describe("a stream of events", () => {
  it("sends messages with their ids and cleans up when the client goes", async () => {
    const client = new AbortController();
    let cleaned = 0;
    const response = eventStream(client.signal, async (send) => {
      send({ id: "7", data: { points: 36 } });
      send({ data: "no id" });
      return () => {
        cleaned += 1;
      };
    });
    const text = readAll(response);
    // The stream has started once its first chunk was asked for; aborting then ends it in order.
    await Promise.resolve();
    client.abort();
    expect(await text).toBe('retry: 2000\n\nid: 7\ndata: {"points":36}\n\ndata: "no id"\n\n');
    expect(cleaned).toBe(1);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
  });

  it("ends by itself after its lifetime, so that the client is authorised anew", async () => {
    let cleaned = false;
    const response = eventStream(
      new AbortController().signal,
      async () => () => {
        cleaned = true;
      },
      1,
    );
    expect(await readAll(response)).toBe("retry: 2000\n\n");
    expect(cleaned).toBe(true);
  });

  it("drops what a client does not take in, instead of keeping it", async () => {
    const client = new AbortController();
    let push: (message: { data: number }) => void = () => undefined;
    const response = eventStream(client.signal, async (send) => {
      push = send;
      return () => undefined;
    });
    for (let number = 0; number < 1_000; number += 1) push({ data: number });
    client.abort();
    const messages = (await readAll(response)).match(/data: \d+/g) ?? [];
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.length).toBeLessThan(100);
    expect(messages[0]).toBe("data: 0");
  });

  it("ends when the server is told to stop, so that stopping does not wait for it", async () => {
    let cleaned = false;
    const response = eventStream(new AbortController().signal, async () => () => {
      cleaned = true;
    });
    const text = readAll(response);
    await Promise.resolve();
    process.emit("SIGTERM");
    expect(await text).toBe("retry: 2000\n\n");
    expect(cleaned).toBe(true);
  });

  it("cleans up when the reader cancels", async () => {
    let cleaned = false;
    const response = eventStream(new AbortController().signal, async () => () => {
      cleaned = true;
    });
    await response.body?.cancel();
    expect(cleaned).toBe(true);
  });
});
