import { z } from "zod";
import { shortCode } from "@/lib/core/schema";
import { newTier, tierName, tierOrder } from "@/lib/tiers/schema";
import { contract } from "../contract";

const tag = "Tiers";
const byCode = z.object({ code: shortCode });

const tierResource = z
  .object({
    code: z.string(),
    name: z.string(),
    rank: z.int().meta({ description: "1 is the lowest." }),
    members: z.int(),
  })
  .meta({ id: "Tier" });

export const listTiers = contract({
  method: "GET",
  path: "/api/v1/tiers",
  summary: "List the program's tiers, the lowest first",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  response: z.object({ items: z.array(tierResource) }),
});

export const createTier = contract({
  method: "POST",
  path: "/api/v1/tiers",
  summary: "Add a tier above the others",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: newTier,
  response: tierResource,
  status: 201,
  errors: { 409: "The code is taken (`tier_exists`), or there are too many (`too_many_tiers`)." },
});

export const renameTier = contract({
  method: "PATCH",
  path: "/api/v1/tiers/{code}",
  summary: "Rename a tier",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  body: tierName,
  response: byCode,
  errors: { 404: "The program has no such tier." },
});

export const orderTiers = contract({
  method: "PUT",
  path: "/api/v1/tiers/order",
  summary: "Put the tiers into another order",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: tierOrder,
  response: tierOrder,
  errors: { 409: "These are not all the tiers that there are (`tiers_changed`)." },
});

export const removeTier = contract({
  method: "DELETE",
  path: "/api/v1/tiers/{code}",
  summary: "Remove a tier that nobody has and no running campaign or reward names",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  response: byCode,
  errors: { 404: "The program has no such tier.", 409: "It is in use (`tier_in_use`)." },
});

export const tierContracts = [listTiers, createTier, renameTier, orderTiers, removeTier];
