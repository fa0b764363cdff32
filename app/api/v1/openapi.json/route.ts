import { contracts } from "@/lib/api/contracts";
import { openApiDocument } from "@/lib/api/openapi";

export const dynamic = "force-static";

/** The API's own description, for tools. It holds nothing secret and needs no sign-in. */
export function GET(): Response {
  return Response.json(openApiDocument(contracts));
}
