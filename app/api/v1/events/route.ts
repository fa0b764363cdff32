import {
  listEvents as listContract,
  postEvents,
  toEventAnswer,
  toEventPage,
} from "@/lib/api/contracts/events";
import { route, withStatus } from "@/lib/api/route";
import { listEvents } from "@/lib/events";
import { receiveEvents } from "@/lib/flows/post-events";

export const POST = route(postEvents, async ({ ctx, body, query }) => {
  const { status, answer } = toEventAnswer(await receiveEvents(ctx, body, query.wait));
  return withStatus(status, answer);
});

export const GET = route(listContract, async ({ ctx, query }) => toEventPage(await listEvents(ctx, query)));
