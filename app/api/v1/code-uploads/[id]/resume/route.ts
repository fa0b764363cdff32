import { resumeCodeUpload } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { resumeUpload } from "@/lib/rewards";

export const POST = route(resumeCodeUpload, ({ ctx, params }) => resumeUpload(ctx, params.id));
