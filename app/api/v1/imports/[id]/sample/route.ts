import { readImportSample } from "@/lib/api/contracts/imports";
import { route } from "@/lib/api/route";
import { readSample } from "@/lib/imports";

export const GET = route(readImportSample, ({ ctx, params }) => readSample(ctx, params.id));
