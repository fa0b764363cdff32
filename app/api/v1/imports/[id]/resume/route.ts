import { resumeImport as contract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { resumeImport } from "@/lib/imports";

export const POST = route(contract, ({ ctx, params }) => resumeImport(ctx, { importId: params.id }));
