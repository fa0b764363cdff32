import {
  createPointType as createContract,
  listPointTypes,
  toPointTypeResource,
} from "@/lib/api/contracts/point-types";
import { route } from "@/lib/api/route";
import { createPointType, recallProgram } from "@/lib/programs";

export const GET = route(listPointTypes, async ({ ctx }) => {
  const { pointTypes } = await recallProgram(ctx.programId);
  return { items: pointTypes.map(toPointTypeResource) };
});

export const POST = route(createContract, async ({ ctx, body }) =>
  toPointTypeResource(await createPointType(ctx, body)),
);
