import { requireMerchant } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { fromTypeId } from "@/lib/core/ids";
import { partnerStatementCsv } from "@/lib/partners";

/** What a partner is owed for a month, as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string; id: string }> },
): Promise<Response> {
  const { program, id } = await params;
  const { ctx } = await requireMerchant(program);
  const partnerId = fromTypeId("org", id);
  const month = new URL(request.url).searchParams.get("month");
  if (partnerId === null || month === null)
    return new Response("There is no such statement.", { status: 404 });
  try {
    return await partnerStatementCsv(ctx, partnerId, month);
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
