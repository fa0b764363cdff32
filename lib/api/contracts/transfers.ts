import { z } from "zod";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import type { BlockedMember, Counterpart, SentTransfer, TransferDto, TransferPreview } from "@/lib/transfers";
import { barInput, sendRequest, TRANSFER_STATES } from "@/lib/transfers/schema";
import { contract } from "../contract";

const tag = "Transfers";
const byMember = z.object({ id: typeId("mem") });
const byBlock = z.object({ id: typeId("mem"), blocked: typeId("mem") });
const actors = ["apiKey", "user", "member"] as const;

const counterpart = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: "Initials alone where a member asks.", examples: ["A••• H."] }),
  })
  .meta({ id: "Counterpart" });

function toCounterpart({ memberId, name }: Counterpart): z.input<typeof counterpart> {
  return { id: toTypeId("mem", memberId), name };
}

const limit = z.int().nullable();
const allowance = z
  .object({
    smallest: z.int(),
    largest: limit.meta({ description: "In one transfer; null: no limit." }),
    leftToday: limit.meta({ description: "Until midnight in the program's time zone; null: no limit." }),
    leftThisMonth: limit,
  })
  .meta({ id: "TransferAllowance" });

const refusals = {
  404: "The program has no such member.",
  409:
    "Not sent: `insufficient_points`, `unknown_recipient`, `own_member`, `below_smallest`, `above_largest`, " +
    "`daily_limit`, `monthly_limit`, `transfers_off`, `sender_not_active`, `sending_barred`, or " +
    "`recipient_unavailable`, which never says why.",
};

export const createTransfer = contract({
  method: "POST",
  path: "/api/v1/members/{id}/transfers",
  summary: "Send points to another member",
  description:
    "Takes the points that expire soonest first; they keep their last day with the recipient. Name the recipient by " +
    "exactly one of `id`, `cardNumber`, `email` and `phone`. Should the recipient leave the club before the points " +
    "arrive, they come back.",
  tag,
  permission: "points:send",
  actors,
  params: byMember,
  body: sendRequest,
  response: z.object({
    id: z.string().meta({ examples: ["xfer_01h455vb4pex5vsknk084sn02q"] }),
    from: z.string(),
    to: counterpart,
    points: z.int(),
    message: z.string().nullable(),
    availableAfter: z.int().meta({ description: "What the sender has left to spend." }),
    sentAt: z.iso.datetime(),
  }),
  status: 201,
  errors: refusals,
});

export function toSentTransfer(sent: SentTransfer): z.input<typeof createTransfer.response> {
  const { transferId, from, recipient, points, message, availableAfter, sentAt } = sent;
  return {
    id: toTypeId("xfer", transferId),
    from: toTypeId("mem", from),
    to: toCounterpart(recipient),
    points,
    message,
    availableAfter,
    sentAt,
  };
}

export const previewTransfer = contract({
  method: "POST",
  path: "/api/v1/transfers/preview",
  summary: "Preview a transfer",
  description:
    "Says whom the points would reach and what would be left, and is refused where sending would be.",
  tag,
  permission: "points:send",
  actors,
  body: sendRequest.omit({ message: true }).extend({ from: typeId("mem") }),
  response: z.object({ to: counterpart, points: z.int(), availableAfter: z.int(), allowance }),
  errors: refusals,
});

export function toTransferPreview({ recipient, ...preview }: TransferPreview) {
  return { ...preview, to: toCounterpart(recipient) };
}

const transfer = z
  .object({
    id: z.string(),
    direction: z.enum(["sent", "received"]),
    counterpart,
    points: z.int(),
    message: z.string().nullable(),
    state: z.enum(TRANSFER_STATES).meta({
      description: "`sent_back`: the recipient had left. `failed`: see the event inspector.",
    }),
    sentAt: z.iso.datetime(),
  })
  .meta({ id: "Transfer" });

export const listTransfers = contract({
  method: "GET",
  path: "/api/v1/members/{id}/transfers",
  summary: "List what a member sent and received, the newest first",
  tag,
  permission: "wallet:read",
  actors,
  params: byMember,
  query: pageQuery,
  response: pageOf(transfer),
  errors: { 404: refusals[404] },
});

export function toTransferResource({ transferId, counterpart: other, ...dto }: TransferDto) {
  return { ...dto, id: toTypeId("xfer", transferId), counterpart: toCounterpart(other) };
}

const bar = z.object({
  sending: z.boolean(),
  receiving: z.boolean(),
  reason: z.string().nullable().meta({ description: "Null where a member asks." }),
});

export const getTransferStanding = contract({
  method: "GET",
  path: "/api/v1/members/{id}/transfer-standing",
  summary: "Read what a member may still send",
  tag,
  permission: "wallet:read",
  actors,
  params: byMember,
  response: z.object({
    enabled: z.boolean().meta({ description: "Whether the program lets members send points." }),
    allowance,
    bar,
  }),
  errors: { 404: refusals[404] },
});

export const putTransferBar = contract({
  method: "PUT",
  path: "/api/v1/members/{id}/transfer-bar",
  summary: "Bar a member from sending or receiving points, or allow it again",
  tag,
  permission: "members:write",
  actors: ["apiKey", "user"],
  params: byMember,
  body: barInput,
  response: bar,
  errors: { 404: refusals[404] },
});

const blockedMember = counterpart.extend({ blockedAt: z.iso.datetime() });

export const listBlockedMembers = contract({
  method: "GET",
  path: "/api/v1/members/{id}/blocked-members",
  summary: "List whom a member has blocked",
  tag,
  permission: "wallet:read",
  actors,
  params: byMember,
  response: z.object({ items: z.array(blockedMember) }),
  errors: { 404: refusals[404] },
});

export function toBlockedMember({ blockedAt, ...other }: BlockedMember): z.input<typeof blockedMember> {
  return { ...toCounterpart(other), blockedAt };
}

export const putBlockedMember = contract({
  method: "PUT",
  path: "/api/v1/members/{id}/blocked-members/{blocked}",
  summary: "Block a member",
  description: "Neither of the two can send the other points; nobody is told.",
  tag,
  permission: "points:send",
  actors,
  params: byBlock,
  response: blockedMember,
  errors: { 404: refusals[404], 409: "No such member (`unknown_member`), or the same (`own_member`)." },
});

export const deleteBlockedMember = contract({
  method: "DELETE",
  path: "/api/v1/members/{id}/blocked-members/{blocked}",
  summary: "Lift a block",
  tag,
  permission: "points:send",
  actors,
  params: byBlock,
  response: z.object({ id: z.string() }),
  errors: { 404: "There is no such block." },
});

export const transferContracts = [
  createTransfer,
  previewTransfer,
  listTransfers,
  getTransferStanding,
  putTransferBar,
  listBlockedMembers,
  putBlockedMember,
  deleteBlockedMember,
];
