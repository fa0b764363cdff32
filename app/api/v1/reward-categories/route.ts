import {
  createCategory as createContract,
  listCategories as listContract,
} from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { createCategory, listCategories } from "@/lib/rewards";

export const GET = route(listContract, async ({ ctx }) => ({ items: await listCategories(ctx) }));

export const POST = route(createContract, ({ ctx, body }) => createCategory(ctx, body));
