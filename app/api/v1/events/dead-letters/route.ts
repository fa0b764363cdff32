import { listDeadLetters as contract, toDeadLetterPage } from "@/lib/api/contracts/events";
import { route } from "@/lib/api/route";
import { listDeadLetters } from "@/lib/events";

export const GET = route(contract, async ({ ctx, query }) =>
  toDeadLetterPage(await listDeadLetters(ctx, query)),
);
