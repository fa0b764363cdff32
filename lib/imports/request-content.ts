import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Malformed } from "@/lib/core/errors";

/**
 * The file that a request carries as its body, as a stream.
 * @throws Malformed when there is no body, or a form instead of a file
 */
export function contentOf(request: Request): AsyncIterable<Uint8Array> {
  const contentType = request.headers.get("content-type") ?? "";
  if (/^(multipart\/|application\/(json|x-www-form-urlencoded))/i.test(contentType)) {
    throw new Malformed("Send the file itself as the body, with Content-Type text/csv or application/gzip.");
  }
  if (request.body === null) throw new Malformed("The body is empty; send the file as the body.");
  return Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
}
