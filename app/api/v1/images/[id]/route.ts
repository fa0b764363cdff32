import { readImage as readImageContract } from "@/lib/api/contracts/images";
import { route } from "@/lib/api/route";
import { readImage } from "@/lib/images";

export const GET = route(readImageContract, ({ ctx, params }) => readImage(ctx, params.id));
