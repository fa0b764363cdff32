import { retryDeadLetters as contract } from "@/lib/api/contracts/events";
import { route } from "@/lib/api/route";
import { retryDeadLetters } from "@/lib/events";

export const POST = route(contract, ({ ctx, body }) => retryDeadLetters(ctx, body));
