import { readImport as contract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { readImport } from "@/lib/imports";

export const GET = route(contract, ({ ctx, params }) => readImport(ctx, params.id));
