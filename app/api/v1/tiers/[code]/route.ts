import { removeTier as removeContract, renameTier as renameContract } from "@/lib/api/contracts/tiers";
import { route } from "@/lib/api/route";
import { removeTier } from "@/lib/flows/drop-list";
import { renameTier } from "@/lib/tiers";

export const PATCH = route(renameContract, ({ ctx, params, body }) => renameTier(ctx, params.code, body));

export const DELETE = route(removeContract, ({ ctx, params }) => removeTier(ctx, params.code));
