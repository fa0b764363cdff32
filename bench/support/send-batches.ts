import { once } from "node:events";
import { Agent, request } from "node:http";
import { sequence } from "./campaigns";
import { purchase } from "./purchases";

/** What the generator is asked to send. */
export type Load = {
  url: string;
  apiKey: string;
  members: number;
  /** Tells the events of one load from those of another. */
  name: string;
  seed: number;
  events: number;
  batch: number;
  /** Requests under way at the same time. */
  inFlight: number;
};

export type Sent = {
  accepted: number;
  /** From the first request to the last answer. */
  seconds: number;
  processorSeconds: number;
};

/**
 * The load generator: a process of its own that sends purchases in batches and waits for the answers, as tills or a
 * shop's server would.
 */
async function send({ url, apiKey, members, name, seed, events, batch, inFlight }: Load): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const next = sequence(seed);
  const processorBefore = process.cpuUsage();
  const started = performance.now();
  let sent = 0;
  let accepted = 0;
  const lane = async () => {
    while (sent < events) {
      const first = sent;
      sent += batch;
      const until = new Date();
      const body = JSON.stringify({
        events: Array.from({ length: Math.min(batch, events - first) }, (_, offset) =>
          purchase(next, `${name}-${first + offset}`, members, until),
        ),
      });
      const taken = await post(agent, `${url}/api/v1/events`, apiKey, body);
      accepted += taken;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const { user, system } = process.cpuUsage(processorBefore);
  return { accepted, seconds, processorSeconds: (user + system) / 1e6 };
}

/** @returns how many events were accepted; the rest of the answer is received and left unread */
async function post(agent: Agent, url: string, apiKey: string, body: string): Promise<number> {
  const outgoing = request(url, {
    method: "POST",
    agent,
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    },
  });
  outgoing.end(body);
  const [response] = await once(outgoing, "response");
  let start = "";
  for await (const chunk of response) if (start.length < 1_000) start += chunk;
  const [, accepted] = /^\{"accepted":(\d+)/.exec(start) ?? [];
  if (accepted === undefined) throw new Error(`Status ${response.statusCode}: ${start.slice(0, 500)}`);
  return Number(accepted);
}

process.on("message", async (load: Load) => {
  process.send?.(await send(load));
});
process.send?.("ready");
