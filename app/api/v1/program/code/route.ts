import { exportProgram as exportContract } from "@/lib/api/contracts/program-code";
import { route } from "@/lib/api/route";
import { exportProgram } from "@/lib/flows/program-code";

export const GET = route(exportContract, ({ ctx }) => exportProgram(ctx));
