import {
  deleteSimulation as deleteContract,
  readSimulation as readContract,
} from "@/lib/api/contracts/simulations";
import { route } from "@/lib/api/route";
import { deleteSimulation, readSimulation } from "@/lib/simulations";

export const GET = route(readContract, ({ ctx, params }) => readSimulation(ctx, params.id));

export const DELETE = route(deleteContract, ({ ctx, params }) =>
  deleteSimulation(ctx, { simulationId: params.id }),
);
