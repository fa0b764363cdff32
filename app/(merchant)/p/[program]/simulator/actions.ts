"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { cancelSimulation, createSimulation, deleteSimulation } from "@/lib/simulations";
import { simulationInput } from "@/lib/simulations/schema";

const one = z.object({ simulationId: typeId("sim") });

export const create = merchantAction(
  z.object({ order: simulationInput }),
  "campaigns:write",
  (ctx, { order }) => createSimulation(ctx, order),
);
export const cancel = merchantAction(one, "campaigns:write", cancelSimulation);
export const remove = merchantAction(one, "campaigns:write", deleteSimulation);
