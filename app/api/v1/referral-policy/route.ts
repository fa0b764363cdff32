import {
  readReferralPolicy as readPolicyContract,
  setReferralPolicy as setPolicyContract,
} from "@/lib/api/contracts/referrals";
import { route } from "@/lib/api/route";
import { readReferralPolicy, setReferralPolicy } from "@/lib/referrals";

export const GET = route(readPolicyContract, ({ ctx }) => readReferralPolicy(ctx));

export const PUT = route(setPolicyContract, ({ ctx, body }) => setReferralPolicy(ctx, body));
