import {
  removeSponsor as removeContract,
  renameSponsor as renameContract,
} from "@/lib/api/contracts/sponsors";
import { route } from "@/lib/api/route";
import { removeSponsor, renameSponsor } from "@/lib/sponsors";

export const PATCH = route(renameContract, ({ ctx, params, body }) => renameSponsor(ctx, params.code, body));

export const DELETE = route(removeContract, ({ ctx, params }) => removeSponsor(ctx, params.code));
