import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import { MEMBER_STATUSES, type MemberDto, memberChange, memberFilter, newMember } from "@/lib/members/schema";
import { contract } from "../contract";

/** A member as the API shows it. */
export const memberResource = z
  .object({
    id: z.string().meta({ examples: ["mem_01h455vb4pex5vsknk084sn02q"] }),
    externalId: z.string().nullable().meta({ description: "Your own number for this person." }),
    cardNumber: z.string().meta({ examples: ["BC4410772903"] }),
    name: z.string(),
    email: z.string().nullable(),
    emailVerifiedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: "Since when the member is known to read what is sent there." }),
    phone: z.string().nullable(),
    attributes: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .meta({ description: "What campaigns' audiences look at." }),
    birthday: z.iso.date().nullable().meta({ description: "Personal data." }),
    tier: z
      .string()
      .nullable()
      .meta({ description: "Code of the member's tier.", examples: ["gold"] }),
    tags: z.array(z.string()),
    status: z.enum(MEMBER_STATUSES),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: "Member" });

export function toMemberResource(member: MemberDto): z.input<typeof memberResource> {
  return { ...member, id: toTypeId("mem", member.memberId) };
}

const tag = "Members";
const byId = z.object({ id: typeId("mem") });

export const createMember = contract({
  method: "POST",
  path: "/api/v1/members",
  summary: "Register a member",
  description: "Creates the member with a card number and an empty wallet.",
  tag,
  permission: "members:write",
  actors: ["apiKey", "user"],
  body: newMember,
  response: memberResource,
  status: 201,
  errors: { 409: "The external id or e-mail address belongs to another member (`member_exists`)." },
});

export const listMembers = contract({
  method: "GET",
  path: "/api/v1/members",
  summary: "Find members",
  description:
    "With `q`, members for each word of it by the beginning of a name, an e-mail address, a phone, card or " +
    "customer number, accents ignored. Without, all members, the newest first.",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user"],
  query: memberFilter.extend(pageQuery.shape),
  response: pageOf(memberResource),
});

export const getMember = contract({
  method: "GET",
  path: "/api/v1/members/{id}",
  summary: "Read a member",
  tag,
  permission: "members:read",
  actors: ["apiKey", "user", "member"],
  params: byId,
  response: memberResource,
  errors: { 404: "The program has no such member." },
});

export const changeMember = contract({
  method: "PATCH",
  path: "/api/v1/members/{id}",
  summary: "Change a member",
  description:
    "What is not named stays; null removes a value. Attributes are merged key by key, tags are replaced as a " +
    "whole. A blocked member keeps the points and cannot sign in.",
  tag,
  permission: "members:write",
  actors: ["apiKey", "user"],
  params: byId,
  body: memberChange,
  response: memberResource,
  errors: {
    404: "The program has no such member.",
    409: "The external id or e-mail address belongs to another member (`member_exists`), or the member has left (`member_closed`).",
  },
});

export const memberContracts = [createMember, listMembers, getMember, changeMember];
