import { z } from "zod";
import { Invalid, Malformed, PayloadTooLarge } from "@/lib/core/errors";
import { fieldErrors } from "@/lib/core/schema";
import { findUnstorable } from "@/lib/core/storable-text";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @throws Invalid naming every field that does not fit, or a text that cannot be kept */
export function parseWith<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: "body" | "query" | "path",
): z.output<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Invalid(`The ${where} does not fit.`, fieldErrors(result.error));
  // What a schema leaves unread is for its reader to judge.
  const unstorable = schema instanceof z.ZodUnknown ? null : findUnstorable(result.data);
  if (unstorable !== null) throw new Invalid(`The ${where} does not fit.`, [unstorable]);
  return result.data;
}

/**
 * Reads a body of at most `maxBytes`, without buffering more than that of a longer one.
 * @throws PayloadTooLarge
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw new PayloadTooLarge(maxBytes);
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new PayloadTooLarge(maxBytes);
    }
    chunks.push(value);
  }
}

/** @throws Malformed for a wrong content type, broken UTF-8 or broken JSON; PayloadTooLarge */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const contentType = request.headers.get("content-type") ?? "";
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) throw new Malformed("The body is empty; send JSON.");
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) {
    throw new Malformed("Send the body as JSON, with the header Content-Type: application/json.");
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new Malformed("The body is not valid UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Malformed(
      `The body is not valid JSON: ${error instanceof Error ? error.message : "unreadable"}.`,
    );
  }
}
