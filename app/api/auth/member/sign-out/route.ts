import { plainRoute } from "@/lib/api/plain-route";
import { endSession } from "@/lib/auth/end-session";
import { safeNext } from "@/lib/auth/safe-next";

/** Ends a member's session: a form whose field `next` names the path to go to. */
export const POST = plainRoute(async (request) => {
  const next = (await request.formData()).get("next");
  return endSession(request, "member", safeNext(typeof next === "string" ? next : null, "/"));
});
