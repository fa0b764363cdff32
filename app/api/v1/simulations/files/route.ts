import { uploadSimulationFile as contract } from "@/lib/api/contracts/simulations";
import { route } from "@/lib/api/route";
import { contentOf } from "@/lib/imports";
import { uploadSimulationFile } from "@/lib/simulations";

export const POST = route(contract, ({ ctx, query, request }) =>
  uploadSimulationFile(ctx, { fileName: query.fileName, content: contentOf(request) }),
);
