import { z } from "zod";
import { CONSENT_WAYS, consentChoice, purposesInput } from "@/lib/consents/schema";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import {
  ERASURE_STATES,
  ERASURE_WAITS,
  type ErasureDto,
  erasureRequest,
  privacyPolicy,
} from "@/lib/privacy/schema";
import { contract } from "../contract";

const tag = "Privacy";
const byId = z.object({ id: typeId("mem") });
const NO_MEMBER = "There is no such member.";

/** A wish to be forgotten as the API shows it. */
const erasureResource = z
  .object({
    memberId: z.string(),
    state: z.enum(ERASURE_STATES).meta({
      description:
        "`waiting`: it can still be taken back. `closing`: pools, holds and points are being settled. `erased`: done.",
    }),
    requestedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().meta({ description: "Until then signing in takes it back." }),
    finishedAt: z.iso.datetime().nullable(),
    waitsFor: z
      .enum(ERASURE_WAITS)
      .nullable()
      .meta({
        description:
          "What is still under way while it is `closing`: events that wait to be posted, a file that names the member, " +
          "or an order that somebody is fulfilling. It goes on by itself.",
      }),
    pointsForfeited: z.number(),
  })
  .meta({ id: "Erasure" });

export function toErasureResource(erasure: ErasureDto): z.input<typeof erasureResource> {
  return { ...erasure, memberId: toTypeId("mem", erasure.memberId) };
}

export const exportMember = contract({
  method: "GET",
  path: "/api/v1/members/{id}/export",
  summary: "Export everything about a member",
  description:
    "Page by page, part by part: the profile, consents with their history, activity with reasons, purchases, " +
    "vouchers, messages and all else that the program has of the member. A page holds rows of one part and may be " +
    "empty; the export is complete once `nextCursor` is null. Each export is noted in the audit log.",
  tag,
  permission: "members:export",
  actors: ["apiKey", "user", "member"],
  params: byId,
  query: pageQuery,
  response: pageOf(z.object({ section: z.string(), data: z.record(z.string(), z.unknown()) })),
  errors: { 404: NO_MEMBER },
});

export const postErasure = contract({
  method: "POST",
  path: "/api/v1/members/{id}/erasure",
  summary: "Erase a member",
  description:
    "After the program's days of grace, or at once: points are forfeited, pools and holds ended, and everything that " +
    "tells who the member was is removed from every record. The numbers of the ledger stay. It cannot be undone.",
  tag,
  permission: "members:erase",
  actors: ["apiKey", "user"],
  params: byId,
  body: erasureRequest,
  response: erasureResource,
  status: 202,
  errors: {
    404: NO_MEMBER,
    409: "It has been asked for already (`erasure_requested`), or the member has left (`member_closed`).",
  },
});

export const getErasure = contract({
  method: "GET",
  path: "/api/v1/members/{id}/erasure",
  summary: "Read how far an erasure is",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  params: byId,
  response: erasureResource,
  errors: { 404: "Nobody has asked for the erasure of this member." },
});

export const deleteErasure = contract({
  method: "DELETE",
  path: "/api/v1/members/{id}/erasure",
  summary: "Take back a wish to be erased",
  tag,
  permission: "members:erase",
  actors: ["apiKey", "user"],
  params: byId,
  response: erasureResource,
  errors: { 409: "There is nothing to take back any more (`nothing_to_withdraw`)." },
});

const consentRecord = z.object({
  purpose: z.string(),
  version: z.number().meta({ description: "Of the wording; 0: the product's own." }),
  wording: z.string(),
  locale: z.string(),
  granted: z.boolean(),
  at: z.iso.datetime(),
  isOwn: z.boolean().meta({ description: "Whether the member chose themselves." }),
  via: z.enum(CONSENT_WAYS),
});

export const listMemberConsents = contract({
  method: "GET",
  path: "/api/v1/members/{id}/consents",
  summary: "List what a member agreed to, and when",
  description: "Every choice with the wording that was read, the newest first. The history is never changed.",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user", "member"],
  params: byId,
  query: pageQuery,
  response: pageOf(consentRecord),
});

export const putMemberConsent = contract({
  method: "PUT",
  path: "/api/v1/members/{id}/consents",
  summary: "Note that a member agreed to something, or took it back",
  tag,
  permission: "members:write",
  actors: ["apiKey", "user", "member"],
  params: byId,
  body: consentChoice,
  response: z.object({ purpose: z.string(), granted: z.boolean(), at: z.iso.datetime() }),
  errors: { 404: "There is no such member, or the program does not ask for this." },
});

const purposes = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      version: z.number(),
      texts: z.record(z.string(), z.object({ label: z.string(), hint: z.string() }).optional()),
    }),
  ),
});

export const listPurposes = contract({
  method: "GET",
  path: "/api/v1/consent-purposes",
  summary: "List what members are asked to agree to",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  response: purposes,
});

export const putPurposes = contract({
  method: "PUT",
  path: "/api/v1/consent-purposes",
  summary: "Set what members are asked to agree to",
  description:
    "All of it. Another wording is another version; what was agreed to before keeps the words of then.",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: z.object({ items: purposesInput }),
  response: purposes,
});

export const getPrivacyPolicy = contract({
  method: "GET",
  path: "/api/v1/privacy-policy",
  summary: "Read what the program keeps of members, and for how long",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  response: privacyPolicy,
});

export const putPrivacyPolicy = contract({
  method: "PUT",
  path: "/api/v1/privacy-policy",
  summary: "Set what the program keeps of members, and for how long",
  tag,
  permission: "program:manage",
  actors: ["user"],
  body: privacyPolicy,
  response: privacyPolicy,
});

export const privacyContracts = [
  exportMember,
  postErasure,
  getErasure,
  deleteErasure,
  listMemberConsents,
  putMemberConsent,
  listPurposes,
  putPurposes,
  getPrivacyPolicy,
  putPrivacyPolicy,
];
