import {
  createSimulation as createContract,
  listSimulations as listContract,
} from "@/lib/api/contracts/simulations";
import { route } from "@/lib/api/route";
import { createSimulation, listSimulations } from "@/lib/simulations";

export const GET = route(listContract, ({ ctx, query }) => listSimulations(ctx, query));

export const POST = route(createContract, ({ ctx, body }) => createSimulation(ctx, body));
