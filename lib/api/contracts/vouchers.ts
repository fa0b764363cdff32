import { z } from "zod";
import type { VoucherDto } from "@/lib/benefits";
import { typedVoucherCode, VOUCHER_STATES, voucherQuery, voucherUse } from "@/lib/benefits/schema";
import { toTypeId } from "@/lib/core/ids";
import { pageOf, typeId } from "@/lib/core/schema";
import { contract } from "../contract";

const tag = "Vouchers";

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
    state: z.enum(VOUCHER_STATES),
    issuedAt: z.iso.datetime(),
    expiresOn: z.iso.date().nullable().meta({ description: "Last day of use." }),
    closedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: "When it was used, expired or was taken back." }),
    reference: z.string().nullable(),
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
    404: "The program has no voucher with this code.",
    409: "It has been used (`voucher_used`), has expired (`voucher_expired`) or was taken back (`voucher_withdrawn`).",
  },
});

export const voucherContracts = [listVouchers, useVoucher];
