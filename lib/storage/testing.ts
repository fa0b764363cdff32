import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Credentials = { accessKeyId: string; secretAccessKey: string };

/** Keys that a page of a listing holds: few, so that tests see more than one. */
const PAGE = 2;

/**
 * A store that speaks as much S3 as the product uses, in memory, and refuses what is not signed with the right key
 * (AWS Signature Version 4) or whose body is not what was signed.
 */
export class FakeS3 {
  readonly objects = new Map<string, { content: Buffer; contentType: string | undefined }>();
  readonly #credentials: Credentials;
  readonly #server: Server;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @returns the address to connect to */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? "/", "http://store");
    if (!isSigned(request, url, body, this.#credentials)) {
      return refuse(response, 403, "SignatureDoesNotMatch");
    }
    const key = decodeURIComponent(url.pathname.slice(1));
    switch (request.method) {
      case "PUT":
        this.objects.set(key, { content: body, contentType: request.headers["content-type"] });
        response.end();
        return;
      case "DELETE":
        this.objects.delete(key);
        response.writeHead(204).end();
        return;
      default:
        if (url.searchParams.has("list-type")) return this.#list(url, response);
        return this.#get(key, response);
    }
  }

  #get(key: string, response: ServerResponse): void {
    const object = this.objects.get(key);
    if (object === undefined) refuse(response, 404, "NoSuchKey");
    else response.writeHead(200, { "content-length": object.content.byteLength }).end(object.content);
  }

  #list(url: URL, response: ServerResponse): void {
    const bucket = url.pathname.replaceAll("/", "");
    const prefix = `${bucket}/${url.searchParams.get("prefix") ?? ""}`;
    const after = url.searchParams.get("continuation-token") ?? "";
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, PAGE);
    const next = keys.length > PAGE ? page.at(-1) : undefined;
    const contents = page.map((key) => `<Contents><Key>${key.slice(bucket.length + 1)}</Key></Contents>`);
    const more =
      next === undefined
        ? "<IsTruncated>false</IsTruncated>"
        : `<IsTruncated>true</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>`;
    response
      .writeHead(200, { "content-type": "application/xml" })
      .end(`<ListBucketResult>${contents.join("")}${more}</ListBucketResult>`);
  }
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { "content-type": "application/xml" })
    .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

/** As https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html says. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer, credentials: Credentials): boolean {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      request.headers.authorization ?? "",
    );
  if (parts === null) return false;
  const [, accessKeyId, day = "", region = "", signedHeaders = "", signature] = parts;
  const bodyHash = sha256(body);
  if (accessKeyId !== credentials.accessKeyId) return false;
  if (request.headers["x-amz-content-sha256"] !== bodyHash) return false;
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  const headers = signedHeaders
    .split(";")
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join("");
  const canonical = [request.method, url.pathname, query, headers, signedHeaders, bodyHash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
