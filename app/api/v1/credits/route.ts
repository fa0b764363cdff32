import { listCredits as contract, createCredits } from "@/lib/api/contracts/credits";
import { route } from "@/lib/api/route";
import { listCredits, uploadCredits } from "@/lib/credits";
import { contentOf } from "@/lib/imports";

export const GET = route(contract, ({ ctx, query }) => listCredits(ctx, query));

export const POST = route(createCredits, ({ ctx, query, request }) =>
  uploadCredits(ctx, { ...query, content: contentOf(request) }),
);
