import { lookup as resolveName } from "node:dns";
import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";

const TIMEOUT_MS = 10_000;

/** How a call ended: an answer with its status, or none with the reason. */
export type Answer = { status: number | null; error: string | null };

/** The same with what was answered, as far as it was asked for. */
export type AnswerWithBody = Answer & { answer?: string };

type Sending = {
  url: string;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Takes http and addresses that are not public too: for trying things out on one machine. */
  allowPrivate: boolean;
  timeoutMs?: number;
  /** Most that is read of what is answered; absent: nothing. More than that is as good as nothing. */
  maxAnswerBytes?: number;
};

/**
 * Posts a body and waits for the status. It follows no redirects, and reaches only addresses that anybody on the
 * internet could mean: the very address that the name was resolved to is the one that is connected to.
 * @returns never rejects
 */
export function sendCall({
  url,
  headers,
  body,
  allowPrivate,
  timeoutMs = TIMEOUT_MS,
  maxAnswerBytes = 0,
}: Sending): Promise<AnswerWithBody> {
  const address = URL.canParse(url) ? new URL(url) : null;
  const refusal = refusalOf(address, allowPrivate);
  if (address === null || refusal !== null) return Promise.resolve({ status: null, error: refusal });
  const options: RequestOptions = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Tessera-Webhooks/1",
      "content-length": Buffer.byteLength(body).toString(),
      ...headers,
    },
    // A connection of its own: a kept one might lead to an address that has not been looked at.
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(!allowPrivate && { lookup: lookUpPublic }),
  };
  return new Promise((resolve) => {
    const send = address.protocol === "https:" ? requestHttps : requestHttp;
    const request: ClientRequest = send(address, options, (response) => {
      const status = response.statusCode ?? null;
      const ended = { status, error: status === null ? "There was no status." : errorOf(status) };
      if (maxAnswerBytes === 0) {
        resolve(ended);
        // What else it says is of no interest.
        response.destroy();
        return;
      }
      readAnswer(response, maxAnswerBytes).then(
        (answer) => resolve({ ...ended, answer }),
        () => resolve(ended),
      );
    });
    request.on("error", (error) => resolve({ status: null, error: inWords(error, timeoutMs) }));
    request.end(body);
  });
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (bytes > maxBytes) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function refusalOf(address: URL | null, allowPrivate: boolean): string | null {
  if (address === null) return "This is not an address.";
  if (allowPrivate) return null;
  if (address.protocol !== "https:") return "Only addresses that begin with https:// are called.";
  const host = address.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isPublicAddress(host) ? PRIVATE : null;
}

const PRIVATE = "The address leads into a private network.";

/** Resolves a name to its addresses and refuses it where one of them is not public. */
const lookUpPublic: NonNullable<RequestOptions["lookup"]> = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, []);
    const stray = found.length === 0 || found.some(({ address }) => !isPublicAddress(address));
    if (stray) return done(new Error(PRIVATE), []);
    const [first] = found;
    if (options.all || first === undefined) return done(null, found);
    return done(null, first.address, first.family);
  });
};

function errorOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400
    ? `It answered ${status}; redirects are not followed.`
    : `It answered ${status}.`;
}

function inWords(error: Error & { code?: string }, timeoutMs: number): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return `It did not answer within ${timeoutMs / 1000} seconds.`;
  }
  if (error.message === PRIVATE) return PRIVATE;
  return `It could not be reached${error.code === undefined ? "" : ` (${error.code})`}.`;
}
