/** Comments sent in this rhythm keep proxies from closing a quiet stream, and find out that a client has gone. */
const HEARTBEAT_MS = 20_000;
/** A stream ends after this long; the browser comes back by itself and is authorised anew. */
const LIFETIME_MS = 5 * 60_000;
/** Messages that wait for a slow client; beyond it they are dropped: the client catches up by reading. */
const MAX_WAITING = 64;

/** Ends each open stream of this process. */
const openStreams = new Set<() => void>();

/** A server that stops waits for its answers to end; streams would keep it waiting. */
function endAllAtShutdown(): void {
  const endAll = () => {
    for (const finish of openStreams) finish();
  };
  process.once("SIGTERM", endAll);
  process.once("SIGINT", endAll);
}
let endsAtShutdown = false;

export type StreamMessage = { id?: string; data: unknown };
type Send = (message: StreamMessage) => void;

/**
 * A response of server-sent events (HTML Standard, 9.2). `start` gets a `send` that drops messages to a client
 * that does not keep up, and returns what is to be done at the end: when the client goes, or the lifetime is up.
 */
export function eventStream(
  signal: AbortSignal,
  start: (send: Send) => Promise<() => void>,
  lifetimeMs = LIFETIME_MS,
): Response {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let open = true;
        let cleanUp: (() => void) | null = null;
        const write = (text: string) => {
          if (open && (controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
        };
        const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
        const finish = () => {
          end();
          controller.close();
        };
        const lifetime = setTimeout(finish, lifetimeMs);
        openStreams.add(finish);
        if (!endsAtShutdown) endAllAtShutdown();
        endsAtShutdown = true;
        heartbeat.unref();
        lifetime.unref();
        end = () => {
          if (!open) return;
          open = false;
          openStreams.delete(finish);
          clearInterval(heartbeat);
          clearTimeout(lifetime);
          signal.removeEventListener("abort", finish);
          cleanUp?.();
        };
        signal.addEventListener("abort", finish, { once: true });
        write("retry: 2000\n\n");
        try {
          cleanUp = await start(({ id, data }) =>
            write(`${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`),
          );
        } catch (error) {
          end();
          controller.error(error);
          return;
        }
        // The client may have gone while the stream was starting.
        if (!open) cleanUp();
      },
      cancel() {
        end();
      },
    },
    { highWaterMark: MAX_WAITING },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
