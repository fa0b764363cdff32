import { readBytes } from "@/lib/api/parse";
import { problemResponse } from "@/lib/api/problem";
import { newRequestId } from "@/lib/auth/context";
import { settleNotice } from "@/lib/flows/redeem";

const MAX_BYTES = 256 * 1024;

/** What payment providers tell by themselves; whatever is answered but 200 they tell again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  try {
    const { provider } = await params;
    const body = (await readBytes(request, MAX_BYTES)).toString("utf8");
    const signature = request.headers.get("stripe-signature") ?? request.headers.get("payment-signature");
    await settleNotice(provider, body, signature);
    return Response.json({ received: true });
  } catch (error) {
    return problemResponse(error, newRequestId(), new URL(request.url).pathname);
  }
}
