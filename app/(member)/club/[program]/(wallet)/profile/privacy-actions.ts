"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import { memberAction } from "@/lib/actions";
import { currentAttempt } from "@/lib/auth/start-session";
import { chooseConsent, listConsentHistory } from "@/lib/consents";
import { consentChoice } from "@/lib/consents/schema";
import { signOutDevice, signOutOthers } from "@/lib/devices";
import { deviceChoice } from "@/lib/devices/schema";
import { typedCode } from "@/lib/email-codes/schema";
import { leaveWithCode, requestLeaveCode } from "@/lib/flows/leave-club";
import { type ErasureDto, requestOwnErasure } from "@/lib/privacy";
import { ownErasureRequest } from "@/lib/privacy/schema";
import { choosePushes, subscribe, unsubscribe } from "@/lib/push";
import { pushChoice, pushEndpoint, pushSubscription } from "@/lib/push/schema";

const HISTORY_LENGTH = 20;
/** Nothing to say but for which club. */
const ofProgram = z.object({ program: z.string() });

export const saveConsent = memberAction(consentChoice, async (ctx, choice) =>
  chooseConsent(ctx, ctx.actor.memberId, choice, { via: "wallet", locale: await getLocale() }),
);

export const readConsentHistory = memberAction(
  z.object({ cursor: z.string().optional() }),
  (ctx, { cursor }) => listConsentHistory(ctx, ctx.actor.memberId, { cursor, limit: HISTORY_LENGTH }),
);

export const endDevice = memberAction(deviceChoice, (ctx, choice) =>
  signOutDevice(ctx, ctx.actor.memberId, choice),
);

export const endOtherDevices = memberAction(ofProgram, (ctx) => signOutOthers(ctx, ctx.actor.memberId));

export const turnPushesOn = memberAction(pushSubscription, subscribe);

export const turnPushesOff = memberAction(pushEndpoint, unsubscribe);

export const choosePushKind = memberAction(pushChoice, choosePushes);

export const leaveClub = memberAction(ownErasureRequest, async (ctx, request) =>
  whenItEnds(await requestOwnErasure(ctx, request)),
);

export const sendLeaveCode = memberAction(ofProgram, async (ctx) => {
  const { address } = await currentAttempt();
  return requestLeaveCode(ctx, { address, locale: await getLocale() });
});

export const leaveClubWithCode = memberAction(
  z.object({ codeId: z.uuid(), code: typedCode }),
  async (ctx, request) => whenItEnds(await leaveWithCode(ctx, request)),
);

function whenItEnds({ requestedAt, dueAt }: ErasureDto): { dueAt: string; atOnce: boolean } {
  return { dueAt, atOnce: dueAt === requestedAt };
}
