import { exportMember } from "@/lib/api/contracts/privacy";
import { route } from "@/lib/api/route";
import { readExportPage } from "@/lib/flows/export-member";

export const GET = route(exportMember, ({ ctx, params, query }) => readExportPage(ctx, params.id, query));
