import { newRequestId } from "@/lib/auth/context";
import { problemResponse } from "./problem";

/** A route outside the API's contracts, answering errors the way the others do. */
export function plainRoute(
  handler: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      return problemResponse(error, newRequestId(), new URL(request.url).pathname);
    }
  };
}
