import { readVerification as readVerificationContract } from "@/lib/api/contracts/ledger";
import { route } from "@/lib/api/route";
import { readVerification } from "@/lib/verifications";

export const GET = route(readVerificationContract, ({ ctx, params }) => readVerification(ctx, params.id));
