import { cancelSimulation as contract } from "@/lib/api/contracts/simulations";
import { route } from "@/lib/api/route";
import { cancelSimulation } from "@/lib/simulations";

export const POST = route(contract, ({ ctx, params }) => cancelSimulation(ctx, { simulationId: params.id }));
