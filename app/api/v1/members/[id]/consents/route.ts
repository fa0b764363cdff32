import { listMemberConsents, putMemberConsent } from "@/lib/api/contracts/privacy";
import { route } from "@/lib/api/route";
import { chooseConsent, listConsentHistory } from "@/lib/consents";

export const GET = route(listMemberConsents, ({ ctx, params, query }) =>
  listConsentHistory(ctx, params.id, query),
);

export const PUT = route(putMemberConsent, ({ ctx, params, body }) =>
  chooseConsent(ctx, params.id, body, { via: "api" }),
);
