import { getPrivacyPolicy, putPrivacyPolicy } from "@/lib/api/contracts/privacy";
import { route } from "@/lib/api/route";
import { readPrivacyPolicy, setPrivacyPolicy } from "@/lib/privacy";

export const GET = route(getPrivacyPolicy, ({ ctx }) => readPrivacyPolicy(ctx.programId));

export const PUT = route(putPrivacyPolicy, ({ ctx, body }) => setPrivacyPolicy(ctx, body));
