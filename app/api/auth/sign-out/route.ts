import { plainRoute } from "@/lib/api/plain-route";
import { endSession } from "@/lib/auth/end-session";

/** Ends the portal's session: `<form method="post" action="/api/auth/sign-out">`. */
export const POST = plainRoute(async (request) => endSession(request, "portal", "/sign-in"));
