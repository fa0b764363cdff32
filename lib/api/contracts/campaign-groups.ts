import { z } from "zod";
import { groupChange, groupOrder, newGroup } from "@/lib/campaign-groups/schema";
import { shortCode } from "@/lib/core/schema";
import { contract } from "../contract";

const tag = "Campaigns";
const byCode = z.object({ code: shortCode });
const groupResource = newGroup.meta({ id: "CampaignGroup" });

export const listGroups = contract({
  method: "GET",
  path: "/api/v1/campaign-groups",
  summary: "List the groups of campaigns in their order",
  description:
    "Groups are worked through one after the other; campaigns that name none come last, and all apply.",
  tag,
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  response: z.object({ items: z.array(groupResource) }),
});

export const createGroup = contract({
  method: "POST",
  path: "/api/v1/campaign-groups",
  summary: "Add a group after the others",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: newGroup,
  response: groupResource,
  status: 201,
  errors: { 409: "The code is taken (`group_exists`), or there are too many (`too_many_groups`)." },
});

export const changeGroup = contract({
  method: "PATCH",
  path: "/api/v1/campaign-groups/{code}",
  summary: "Rename a group, or change how its campaigns go together",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  body: groupChange,
  response: byCode,
  errors: { 404: "The program has no such group." },
});

export const orderGroups = contract({
  method: "PUT",
  path: "/api/v1/campaign-groups/order",
  summary: "Put the groups into another order",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: groupOrder,
  response: groupOrder,
  errors: { 409: "These are not all the groups that there are (`groups_changed`)." },
});

export const removeGroup = contract({
  method: "DELETE",
  path: "/api/v1/campaign-groups/{code}",
  summary: "Remove a group in which no running campaign stands",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  response: byCode,
  errors: { 404: "The program has no such group.", 409: "It is in use (`group_in_use`)." },
});

export const campaignGroupContracts = [listGroups, createGroup, changeGroup, orderGroups, removeGroup];
