import { previewImport as contract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { previewImport } from "@/lib/imports";

export const POST = route(contract, ({ ctx, params, body }) =>
  previewImport(ctx, { importId: params.id, mapping: body.mapping }),
);
