import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Invalid, Malformed, PayloadTooLarge } from "@/lib/core/errors";
import { parseWith, readJson } from "./parse";

function post(body: BodyInit, contentType = "application/json"): Request {
  return new Request("http://tessera.test/", {
    method: "POST",
    body,
    headers: { "content-type": contentType },
  });
}

describe("reading a body", () => {
  it("reads JSON", async () => {
    expect(await readJson(post('{"a":[1,"ü"]}'), 100)).toEqual({ a: [1, "ü"] });
    expect(await readJson(post("{}", "application/problem+json; charset=utf-8"), 100)).toEqual({});
  });

  it("names what is broken: JSON with its position, UTF-8, content type, emptiness", async () => {
    await expect(readJson(post('{"a":'), 100)).rejects.toThrow(/not valid JSON: .+/);
    await expect(readJson(post(Buffer.from([0x22, 0xc3, 0x28, 0x22])), 100)).rejects.toThrow(/UTF-8/);
    await expect(readJson(post("{}", "text/plain"), 100)).rejects.toThrow(Malformed);
    await expect(readJson(post(""), 100)).rejects.toThrow(/empty/);
  });

  it("stops at the limit, announced or streamed", async () => {
    await expect(readJson(post(`"${"x".repeat(100)}"`), 100)).rejects.toThrow(PayloadTooLarge);
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(64).fill(32));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      body: stream,
      duplex: "half",
      headers: { "content-type": "application/json" },
    };
    await expect(readJson(new Request("http://tessera.test/", init), 1_000)).rejects.toThrow(PayloadTooLarge);
    expect(sent).toBeLessThan(25);
  });

  it("points to every field that does not fit", () => {
    const schema = z.object({ "a/b": z.array(z.int()) });
    try {
      parseWith(schema, { "a/b": [1, "2"] }, "body");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Invalid);
      expect((error as Invalid).fields).toEqual([
        { pointer: "/a~1b/1", code: "invalid_type", detail: expect.stringContaining("expected number") },
      ]);
    }
  });

  it("refuses a text that the database cannot keep, wherever it is", () => {
    const schema = z.object({ note: z.object({ text: z.string() }) });
    const code = (text: string) => {
      try {
        parseWith(schema, { note: { text } }, "body");
        return null;
      } catch (error) {
        return (error as Invalid).fields;
      }
    };
    expect(code("a\u0000b")).toMatchObject([{ pointer: "/note/text", code: "nul_character" }]);
    expect(code("a\ud800b")).toMatchObject([{ pointer: "/note/text", code: "broken_unicode" }]);
    expect(code("a😀b")).toBeNull();
    expect(parseWith(z.unknown(), "a\u0000b", "body")).toBe("a\u0000b");
  });
});
