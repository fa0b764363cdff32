"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import { signOutOthers } from "@/lib/devices";
import { requestErasure, withdrawErasure } from "@/lib/privacy";
import { erasureRequest } from "@/lib/privacy/schema";

const byId = z.object({ id: typeId("mem") });

export const eraseMember = merchantAction(
  byId.extend({ atOnce: erasureRequest.shape.atOnce }),
  "members:erase",
  (ctx, { id, atOnce }) => requestErasure(ctx, id, { atOnce }),
);

export const keepMember = merchantAction(byId, "members:erase", (ctx, { id }) => withdrawErasure(ctx, id));

export const signOutMember = merchantAction(byId, "members:write", (ctx, { id }) => signOutOthers(ctx, id));
