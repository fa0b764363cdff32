"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { typeId } from "@/lib/core/schema";
import {
  counterStore,
  earnAtCounter,
  earning,
  giveBackAtCounter,
  identify as identifyAtCounter,
  listActions,
  openMember,
  redeemAtCounter,
  takeAtCounter,
  ticket,
  undoAction,
  undoEarning,
} from "@/lib/flows/serve-at-counter";

const ofMember = z.object({ memberId: z.uuid() });
const voucherCode = z.string().trim().min(1).max(64);

export const identify = merchantAction(
  z.object({ text: z.string().trim().min(1, "Scan or type something.").max(200), store: counterStore }),
  "members:read",
  async (ctx, { text, store }) => {
    const found = await identifyAtCounter(ctx, text, store);
    if (found.kind !== "member") return found;
    return { kind: found.kind, member: await openMember(ctx, found.memberId) };
  },
);

export const open = merchantAction(ofMember, "members:read", (ctx, { memberId }) =>
  openMember(ctx, memberId),
);

export const earn = merchantAction(
  ofMember.extend(earning.shape),
  "events:write",
  (ctx, { memberId, ...input }) => earnAtCounter(ctx, memberId, input),
);

export const undoEarn = merchantAction(
  ofMember.extend({ ticket, receipt: earning.shape.receipt }),
  "events:write",
  (ctx, { memberId, ...purchase }) => undoEarning(ctx, memberId, purchase),
);

export const redeem = merchantAction(
  ofMember.extend({ rewardId: typeId("rwd"), points: z.int().min(0), ticket }),
  "redemptions:write",
  (ctx, { memberId, ...wish }) => redeemAtCounter(ctx, memberId, wish),
);

export const take = merchantAction(
  z.object({ code: voucherCode, store: counterStore, key: z.uuid() }),
  "vouchers:use",
  (ctx, { code, store, key }) => takeAtCounter(ctx, code, { store, key }),
);

export const giveBack = merchantAction(z.object({ code: voucherCode }), "vouchers:use", (ctx, { code }) =>
  giveBackAtCounter(ctx, code),
);

export const today = merchantAction(z.object({ program: z.string() }), "vouchers:use", (ctx) =>
  listActions(ctx),
);

export const takeBack = merchantAction(
  z.object({ actionId: z.uuid() }),
  "vouchers:use",
  (ctx, { actionId }) => undoAction(ctx, actionId),
);
