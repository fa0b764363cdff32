import { z } from "zod";
import type { VoucherCheck, VoucherDto } from "@/lib/benefits";
import {
  typedVoucherCode,
  VOUCHER_STATES,
  VOUCHER_VERDICTS,
  voucherQuery,
  voucherUse,
} from "@/lib/benefits/schema";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
import { contract } from "../contract";

const tag = "Vouchers";
const NO_VOUCHER = "The program has no voucher with this code.";

const voucherResource = z
  .object({
    id: z.string().meta({ examples: ["vou_01h455vb4pex5vsknk084sn02q"] }),
    memberId: z.string(),
    campaignId: z
      .string()
      .nullable()
      .meta({ description: "The campaign that gave it; null: had for points." }),
    redemptionId: z.string().nullable(),
    code: z.string().meta({ examples: ["7K3M-9QXT-4H2P-WD6R"] }),
    name: z.string().meta({ examples: ["Free coffee"] }),
    costMinor: z.int().meta({ description: "What its use costs, in minor units." }),
    valueMinor: z.int().nullable().meta({
      description: "What it is worth at the till, in minor units; null: a thing, not an amount.",
    }),
    stores: z.array(z.string()).meta({ description: "Codes of the stores that take it; empty: all." }),
    state: z.enum(VOUCHER_STATES),
    issuedAt: z.iso.datetime(),
    expiresOn: z.iso.date().nullable().meta({ description: "Last day of use." }),
    closedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: "When it was used, expired or was taken back." }),
    reference: z.string().nullable(),
    usedIn: z.string().nullable().meta({ description: "Code of the store that took it." }),
  })
  .meta({ id: "Voucher" });

export function toVoucherResource({ voucherId, memberId, campaignId, redemptionId, ...voucher }: VoucherDto) {
  return {
    ...voucher,
    id: toTypeId("vou", voucherId),
    memberId: toTypeId("mem", memberId),
    campaignId: campaignId === null ? null : toTypeId("camp", campaignId),
    redemptionId: redemptionId === null ? null : toTypeId("red", redemptionId),
  };
}

export const listVouchers = contract({
  method: "GET",
  path: "/api/v1/members/{id}/vouchers",
  summary: "List a member's vouchers, the newest first",
  tag,
  permission: "wallet:read",
  actors: ["apiKey", "user", "member"],
  params: z.object({ id: typeId("mem") }),
  query: voucherQuery,
  response: pageOf(voucherResource),
});

export const useVoucher = contract({
  method: "POST",
  path: "/api/v1/vouchers/{code}/use",
  summary: "Use a voucher",
  description:
    "Takes the voucher with this code, once. Dashes, spaces and small letters do not matter. Its cost counts " +
    "from now on.",
  tag,
  permission: "vouchers:use",
  actors: ["apiKey", "user"],
  params: z.object({ code: typedVoucherCode }),
  body: voucherUse,
  response: voucherResource,
  errors: {
    404: NO_VOUCHER,
    409:
      "It has been used (`voucher_used`), has expired (`voucher_expired`), was taken back (`voucher_withdrawn`) or is " +
      "for other stores (`voucher_wrong_store`, with `stores`).",
  },
});

export const verifyVoucher = contract({
  method: "GET",
  path: "/api/v1/vouchers/{code}",
  summary: "Look at a voucher without using it",
  description: "Says what the voucher is good for now, and in a store where one is named.",
  tag,
  permission: "vouchers:use",
  actors: ["apiKey", "user"],
  params: z.object({ code: typedVoucherCode }),
  query: z.object({
    store: z.string().max(64).optional().meta({ description: "Code of the store that would take it." }),
  }),
  response: z
    .object({ verdict: z.enum(VOUCHER_VERDICTS), voucher: voucherResource })
    .meta({ id: "VoucherCheck" }),
  errors: { 404: NO_VOUCHER },
});

export function toVoucherCheck({ verdict, voucher }: VoucherCheck) {
  return { verdict, voucher: toVoucherResource(voucher) };
}

export const undoVoucherUse = contract({
  method: "DELETE",
  path: "/api/v1/vouchers/{code}/use",
  summary: "Take back the use of a voucher",
  description: "For whoever used it by mistake, and within ten minutes.",
  tag,
  permission: "vouchers:use",
  actors: ["apiKey", "user"],
  params: z.object({ code: typedVoucherCode }),
  response: voucherResource,
  errors: {
    404: NO_VOUCHER,
    409: "Somebody else used it, or it is longer ago (`voucher_not_yours_to_undo`).",
  },
});

export const voucherContracts = [listVouchers, useVoucher, verifyVoucher, undoVoucherUse];
