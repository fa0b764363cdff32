import { getWallet, toWalletResource } from "@/lib/api/contracts/wallet";
import { route } from "@/lib/api/route";
import { readWallet } from "@/lib/wallet";

export const GET = route(getWallet, async ({ ctx, params, locale }) =>
  toWalletResource(await readWallet(ctx, params.id, { locale, audience: "member" })),
);
