import {
  createVerification,
  listVerifications as listVerificationsContract,
} from "@/lib/api/contracts/ledger";
import { route } from "@/lib/api/route";
import { listVerifications, startVerification } from "@/lib/verifications";

export const GET = route(listVerificationsContract, ({ ctx, query }) => listVerifications(ctx, query));

export const POST = route(createVerification, ({ ctx }) => startVerification(ctx));
