import { z } from "zod";
import { pageOf, pageQuery, shortCode } from "@/lib/core/schema";
import {
  newSegment,
  segmentChange,
  segmentFilter,
  segmentKeys,
  segmentMemberQuery,
} from "@/lib/segments/schema";
import { contract } from "../contract";
import { memberResource } from "./members";

const tag = "Segments";
const byCode = z.object({ code: shortCode });
const missing = { 404: "The program has no such segment." };

const segmentResource = z
  .object({
    code: z.string(),
    name: z.string(),
    description: z.string(),
    members: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Segment" });

const changes = z
  .object({
    changed: z.int().meta({ description: "How many entered, or left." }),
    unchanged: z.int().meta({ description: "For how many it was so already." }),
    unknown: z.array(z.string()).meta({ description: "What named nobody, as you sent it." }),
  })
  .meta({ id: "SegmentChanges" });

const named =
  "Up to 1,000 members by id, your own number, card number or e-mail address, in any mixture. What names nobody " +
  "is listed in the answer and keeps the others from nothing.";

export const listSegments = contract({
  method: "GET",
  path: "/api/v1/segments",
  summary: "List segments",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  query: segmentFilter.extend(pageQuery.shape),
  response: pageOf(segmentResource),
});

export const createSegment = contract({
  method: "POST",
  path: "/api/v1/segments",
  summary: "Create a segment",
  description: "A segment is a list of members. Campaigns name it by its code, which does not change.",
  tag,
  permission: "segments:write",
  actors: ["apiKey", "user"],
  body: newSegment,
  response: segmentResource,
  status: 201,
  errors: { 409: "The code is taken (`segment_exists`), or there are too many (`too_many_segments`)." },
});

export const getSegment = contract({
  method: "GET",
  path: "/api/v1/segments/{code}",
  summary: "Read a segment",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  params: byCode,
  response: segmentResource,
  errors: missing,
});

export const changeSegment = contract({
  method: "PATCH",
  path: "/api/v1/segments/{code}",
  summary: "Change a segment's name or description",
  tag,
  permission: "segments:write",
  actors: ["apiKey", "user"],
  params: byCode,
  body: segmentChange,
  response: segmentResource,
  errors: missing,
});

export const deleteSegment = contract({
  method: "DELETE",
  path: "/api/v1/segments/{code}",
  summary: "Delete a segment",
  tag,
  permission: "segments:write",
  actors: ["apiKey", "user"],
  params: byCode,
  response: byCode,
  errors: { ...missing, 409: "A running campaign or a reward names it (`segment_in_use`)." },
});

export const listSegmentMembers = contract({
  method: "GET",
  path: "/api/v1/segments/{code}/members",
  summary: "List the members of a segment",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  params: byCode,
  query: segmentMemberQuery,
  response: pageOf(memberResource),
  errors: missing,
});

export const addSegmentMembers = contract({
  method: "POST",
  path: "/api/v1/segments/{code}/members",
  summary: "Add members to a segment",
  description: named,
  tag,
  permission: "segments:write",
  actors: ["apiKey", "user"],
  params: byCode,
  body: segmentKeys,
  response: changes,
  errors: missing,
});

export const removeSegmentMembers = contract({
  method: "POST",
  path: "/api/v1/segments/{code}/members/removal",
  summary: "Remove members from a segment",
  description: named,
  tag,
  permission: "segments:write",
  actors: ["apiKey", "user"],
  params: byCode,
  body: segmentKeys,
  response: changes,
  errors: missing,
});

export const segmentContracts = [
  listSegments,
  createSegment,
  getSegment,
  changeSegment,
  deleteSegment,
  listSegmentMembers,
  addSegmentMembers,
  removeSegmentMembers,
];
