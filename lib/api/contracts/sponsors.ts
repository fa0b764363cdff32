import { z } from "zod";
import { shortCode } from "@/lib/core/schema";
import { newSponsor, sponsorName } from "@/lib/sponsors/schema";
import { contract } from "../contract";

const tag = "Campaigns";
const byCode = z.object({ code: shortCode });
const sponsorResource = newSponsor.meta({ id: "Sponsor" });

export const listSponsors = contract({
  method: "GET",
  path: "/api/v1/sponsors",
  summary: "List the companies that pay for campaigns, by name",
  tag,
  permission: "campaigns:read",
  actors: ["apiKey", "user"],
  response: z.object({ items: z.array(sponsorResource) }),
});

export const createSponsor = contract({
  method: "POST",
  path: "/api/v1/sponsors",
  summary: "Add a sponsor",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: newSponsor,
  response: sponsorResource,
  status: 201,
  errors: { 409: "The code is taken (`sponsor_exists`), or there are too many (`too_many_sponsors`)." },
});

export const renameSponsor = contract({
  method: "PATCH",
  path: "/api/v1/sponsors/{code}",
  summary: "Rename a sponsor",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  body: sponsorName,
  response: byCode,
  errors: { 404: "The program has no such sponsor." },
});

export const removeSponsor = contract({
  method: "DELETE",
  path: "/api/v1/sponsors/{code}",
  summary: "Remove a sponsor that no running campaign names",
  tag,
  permission: "program:manage",
  actors: ["user"],
  params: byCode,
  response: byCode,
  errors: { 404: "The program has no such sponsor.", 409: "It is in use (`sponsor_in_use`)." },
});

export const sponsorContracts = [listSponsors, createSponsor, renameSponsor, removeSponsor];
