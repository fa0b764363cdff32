import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { readChainHeads } from "@/lib/wallet";

/** The heads of the ledger's chains as a file to keep, as `ledger:verify -- --against` reads it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { ctx, program } = await requireMerchant((await params).program);
  try {
    const heads = await readChainHeads(ctx);
    const name = `ledger-heads-${program.slug}-${ctx.clock.now().toISOString().slice(0, 19).replaceAll(":", "")}.json`;
    return new Response(`${JSON.stringify(heads, null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
