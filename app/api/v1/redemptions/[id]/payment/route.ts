import { getPayment, postPayment } from "@/lib/api/contracts/redemptions";
import { route } from "@/lib/api/route";
import { refreshPayment, startPayment } from "@/lib/flows/redeem";

export const POST = route(postPayment, async ({ ctx, params, body }) =>
  startPayment(ctx, params.id, body.returnUrl),
);

export const GET = route(getPayment, async ({ ctx, params }) => ({
  state: await refreshPayment(ctx, params.id),
}));
