import "server-only";
import type { Ctx } from "@/lib/auth/context";
import { log } from "@/lib/config/log";
import { AppError } from "@/lib/core/errors";
import type { ExportFormat } from "@/lib/privacy";
import { exportMember } from "./export-member";

const TYPES = {
  json: { type: "application/json; charset=utf-8", ending: "json" },
  csv: { type: "application/zip", ending: "zip" },
} as const;

/** An export as a file to download, streamed: a reader who takes their time slows it down, and nothing piles up. */
export function exportResponse(
  ctx: Ctx,
  memberId: string,
  format: ExportFormat,
  name: string,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const { type, ending } = TYPES[format];
  return new Promise((fulfil) => {
    let hasBegun = false;
    const begin = () => {
      if (hasBegun) return;
      hasBegun = true;
      fulfil(
        new Response(readable, {
          headers: {
            "content-type": type,
            "content-disposition": `attachment; filename="${name}.${ending}"`,
            "cache-control": "no-store",
          },
        }),
      );
    };
    exportMember(ctx, memberId, format, async (piece) => {
      begin();
      await writer.ready;
      await writer.write(piece);
    }).then(
      () => writer.close(),
      (error: unknown) => {
        if (error instanceof AppError) {
          return fulfil(new Response(error.publicMessage, { status: error.status }));
        }
        log().error({ requestId: ctx.requestId, err: error }, "an export ended early");
        fulfil(new Response("The export could not be made.", { status: 500 }));
        return writer.abort(error).catch(() => undefined);
      },
    );
  });
}
