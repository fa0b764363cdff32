import {
  createGroup as createContract,
  listGroups as listContract,
} from "@/lib/api/contracts/campaign-groups";
import { route } from "@/lib/api/route";
import { createGroup, listGroups } from "@/lib/campaign-groups";

export const GET = route(listContract, async ({ ctx }) => ({ items: await listGroups(ctx) }));

export const POST = route(createContract, ({ ctx, body }) => createGroup(ctx, body));
