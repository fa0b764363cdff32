import { requirePartner } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { partnerStatementCsv } from "@/lib/partners";

/** What the company is owed for a month, as CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ program: string }> },
): Promise<Response> {
  const { ctx } = await requirePartner((await params).program);
  const month = new URL(request.url).searchParams.get("month");
  if (month === null) return new Response("There is no such statement.", { status: 404 });
  try {
    return await partnerStatementCsv(ctx, ctx.actor.organizationId, month);
  } catch (error) {
    if (error instanceof AppError) return new Response(error.publicMessage, { status: error.status });
    throw error;
  }
}
