import { listImportRejects } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { listRejects } from "@/lib/imports";

export const GET = route(listImportRejects, ({ ctx, params, query }) => listRejects(ctx, params.id, query));
