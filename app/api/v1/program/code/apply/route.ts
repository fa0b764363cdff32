import { applyProgram as applyContract } from "@/lib/api/contracts/program-code";
import { route } from "@/lib/api/route";
import { applyProgram } from "@/lib/flows/program-code";

export const POST = route(applyContract, ({ ctx, body }) => applyProgram(ctx, body));
