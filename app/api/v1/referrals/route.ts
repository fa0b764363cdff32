import { listReferrals as listReferralsContract } from "@/lib/api/contracts/referrals";
import { route } from "@/lib/api/route";
import { listReferrals } from "@/lib/referrals";

export const GET = route(listReferralsContract, ({ ctx, query }) => listReferrals(ctx, query));
