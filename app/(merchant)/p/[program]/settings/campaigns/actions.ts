"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { changeGroup, createGroup, orderGroups, removeGroup } from "@/lib/campaign-groups";
import { groupChange, groupOrder, newGroup } from "@/lib/campaign-groups/schema";
import { shortCode } from "@/lib/core/schema";
import { setCampaignApproval } from "@/lib/programs";
import { createSponsor, removeSponsor, renameSponsor } from "@/lib/sponsors";
import { newSponsor, sponsorName } from "@/lib/sponsors/schema";

const byCode = z.object({ code: shortCode });

export const setApproval = merchantAction(
  z.object({ required: z.boolean() }),
  "program:manage",
  (ctx, { required }) => setCampaignApproval(ctx, required),
);

export const addGroup = merchantAction(z.object({ group: newGroup }), "program:manage", (ctx, { group }) =>
  createGroup(ctx, group),
);

export const editGroup = merchantAction(
  byCode.extend({ change: groupChange }),
  "program:manage",
  (ctx, { code, change }) => changeGroup(ctx, code, change),
);

export const sortGroups = merchantAction(groupOrder, "program:manage", (ctx, { codes }) =>
  orderGroups(ctx, { codes }),
);

export const dropGroup = merchantAction(byCode, "program:manage", (ctx, { code }) => removeGroup(ctx, code));

export const addSponsor = merchantAction(
  z.object({ sponsor: newSponsor }),
  "program:manage",
  (ctx, { sponsor }) => createSponsor(ctx, sponsor),
);

export const editSponsor = merchantAction(
  byCode.extend({ name: sponsorName.shape.name }),
  "program:manage",
  (ctx, { code, name }) => renameSponsor(ctx, code, { name }),
);

export const dropSponsor = merchantAction(byCode, "program:manage", (ctx, { code }) =>
  removeSponsor(ctx, code),
);
