import { createSegment as createContract, listSegments as listContract } from "@/lib/api/contracts/segments";
import { route } from "@/lib/api/route";
import { createSegment, listSegments } from "@/lib/segments";

export const GET = route(listContract, ({ ctx, query }) => listSegments(ctx, query));

export const POST = route(createContract, ({ ctx, body }) => createSegment(ctx, body));
