import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { sequence } from "./campaigns";
import { purchase } from "./purchases";

/** Requests at a fixed rate, however long the answers take. */
export type Drip = {
  url: string;
  /** Absent: a request that is refused for want of a key, before any work is done for it. */
  apiKey?: string;
  members: number;
  /** Tells the events of one drip from those of another. */
  name: string;
  seed: number;
  perSecond: number;
  seconds: number;
};

export type Dripped = {
  /** How many answers had each status. */
  statuses: Record<number, number>;
  /** Milliseconds from the moment at which each request was due to the end of its answer. */
  milliseconds: number[];
};

async function drip({ url, apiKey, members, name, seed, perSecond, seconds }: Drip): Promise<Dripped> {
  // Idle connections are given up before the server closes them under a request.
  const agent = new Agent({ keepAlive: true, timeout: 3_000 });
  const next = sequence(seed);
  const statuses: Record<number, number> = {};
  const milliseconds: number[] = [];
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const due = started + (sent * 1_000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const body = JSON.stringify(purchase(next, `${name}-${sent}`, members, new Date()));
    under.push(
      post(agent, `${url}/api/v1/events?wait=true`, apiKey, body).then((status) => {
        milliseconds.push(performance.now() - due);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }),
    );
  }
  await Promise.all(under);
  agent.destroy();
  return { statuses, milliseconds };
}

async function post(agent: Agent, url: string, apiKey: string | undefined, body: string): Promise<number> {
  const outgoing = request(url, {
    method: "POST",
    agent,
    headers: {
      ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    },
  });
  outgoing.end(body);
  try {
    const [response] = await once(outgoing, "response");
    response.resume();
    await once(response, "end");
    return response.statusCode;
  } catch (error) {
    // The server had closed the connection while it lay idle: nothing of the request was read.
    if (outgoing.reusedSocket) return post(agent, url, apiKey, body);
    throw error;
  }
}

process.on("message", async (wanted: Drip) => {
  process.send?.(await drip(wanted));
});
process.send?.("ready");
