import { startImport as contract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { startImport } from "@/lib/imports";

export const POST = route(contract, ({ ctx, params, body }) =>
  startImport(ctx, { importId: params.id, mapping: body.mapping }),
);
