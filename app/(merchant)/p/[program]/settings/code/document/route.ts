import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { exportProgram } from "@/lib/flows/program-code";
import { printDocument } from "@/lib/program-code";

/** The program's campaigns and settings as a file to keep. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { ctx, program } = await requireMerchant((await params).program);
  try {
    return new Response(printDocument(await exportProgram(ctx)), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${program.slug}.json"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
