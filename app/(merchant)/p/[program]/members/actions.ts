"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { toTypeId } from "@/lib/core/ids";
import { typeId } from "@/lib/core/schema";
import { registerMember, updateMember } from "@/lib/members";
import { memberChange, newMember } from "@/lib/members/schema";

export const addMember = merchantAction(newMember, "members:write", async (ctx, input) => {
  const { memberId } = await registerMember(ctx, input);
  return { id: toTypeId("mem", memberId) };
});

export const changeMember = merchantAction(
  z.object({ id: typeId("mem"), change: memberChange }),
  "members:write",
  async (ctx, { id, change }) => {
    await updateMember(ctx, id, change);
    return { id: toTypeId("mem", id) };
  },
);
