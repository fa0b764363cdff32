import { retryMail as retryMailContract } from "@/lib/api/contracts/mails";
import { route } from "@/lib/api/route";
import { retryMail } from "@/lib/mail";

export const POST = route(retryMailContract, ({ ctx, params }) => retryMail(ctx, params.id));
