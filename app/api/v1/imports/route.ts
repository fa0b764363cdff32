import { createImport, listImports as listImportsContract } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { contentOf, listImports, uploadImport } from "@/lib/imports";

export const GET = route(listImportsContract, ({ ctx, query }) => listImports(ctx, query));

export const POST = route(createImport, ({ ctx, query, request }) =>
  uploadImport(ctx, { fileName: query.fileName, content: contentOf(request) }),
);
