import {
  changeCategory as changeContract,
  removeCategory as removeContract,
} from "@/lib/api/contracts/rewards";
import { route } from "@/lib/api/route";
import { changeCategory, removeCategory } from "@/lib/rewards";

export const PATCH = route(changeContract, ({ ctx, params, body }) => changeCategory(ctx, params.code, body));

export const DELETE = route(removeContract, ({ ctx, params }) => removeCategory(ctx, params.code));
