import { plainRoute } from "@/lib/api/plain-route";
import { requireSameOrigin } from "@/lib/auth/same-origin";
import { startSingleSignOn } from "@/lib/identity";

/** The button of the sign-in page: a form, so that it works without JavaScript. */
export const POST = plainRoute(async (request) => {
  requireSameOrigin(request);
  const next = (await request.formData()).get("next");
  return startSingleSignOn(request.url, typeof next === "string" ? next : null);
});
