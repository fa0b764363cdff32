import { getCodeUpload } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { readUpload } from "@/lib/rewards";

export const GET = route(getCodeUpload, ({ ctx, params }) => readUpload(ctx, params.id));
