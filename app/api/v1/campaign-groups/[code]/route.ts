import {
  changeGroup as changeContract,
  removeGroup as removeContract,
} from "@/lib/api/contracts/campaign-groups";
import { route } from "@/lib/api/route";
import { changeGroup, removeGroup } from "@/lib/campaign-groups";

export const PATCH = route(changeContract, ({ ctx, params, body }) => changeGroup(ctx, params.code, body));

export const DELETE = route(removeContract, ({ ctx, params }) => removeGroup(ctx, params.code));
