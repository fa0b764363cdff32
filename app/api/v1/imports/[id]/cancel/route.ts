import { cancelImport as contract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { cancelImport } from "@/lib/imports";

export const POST = route(contract, ({ ctx, params }) => cancelImport(ctx, { importId: params.id }));
