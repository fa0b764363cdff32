import { listSimulationExamples as contract } from "@/lib/api/contracts/simulations";
import { route } from "@/lib/api/route";
import { listExamples } from "@/lib/simulations";

export const GET = route(contract, async ({ ctx, params, query }) => ({
  items: await listExamples(ctx, params.id, query),
}));
