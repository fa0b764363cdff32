import { Readable } from "node:stream";
import { requireMember } from "@/lib/auth/session";
import { statementCsv } from "@/lib/statements";

/** All of the member's statements as a CSV file to download, streamed. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const lines = Readable.from(statementCsv(ctx, memberId)).map((text: string) => Buffer.from(text));
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${program.slug}-statements.csv"`,
      "cache-control": "no-store",
    },
  });
}
