import { listCodeUploads, uploadCodes as uploadContract } from "@/lib/api/contracts/code-pools";
import { route } from "@/lib/api/route";
import { contentOf } from "@/lib/imports";
import { listUploads, uploadCodes } from "@/lib/rewards";

export const GET = route(listCodeUploads, ({ ctx, params, query }) => listUploads(ctx, params.id, query));

export const POST = route(uploadContract, ({ ctx, params, query, request }) =>
  uploadCodes(ctx, params.id, { fileName: query.fileName, content: contentOf(request) }),
);
