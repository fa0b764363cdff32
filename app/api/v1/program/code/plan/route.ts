import { planProgram as planContract } from "@/lib/api/contracts/program-code";
import { route } from "@/lib/api/route";
import { planProgram } from "@/lib/flows/program-code";

export const POST = route(planContract, ({ ctx, body }) => planProgram(ctx, body));
