import type { Tone } from "@/components/ui/badge";
import type { VerificationDto, VerificationState } from "@/lib/verifications/schema";

export const VERIFICATION_WORDS: Record<VerificationState, { label: string; tone: Tone }> = {
  waiting: { label: "Waiting", tone: "neutral" },
  running: { label: "Verifying", tone: "info" },
  sound: { label: "Sound", tone: "good" },
  broken: { label: "Broken", tone: "bad" },
  failed: { label: "Not done", tone: "warn" },
};

export function isUnderWay({ state }: Pick<VerificationDto, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** `12 of 23 checks, 1,500 of 3,000 blocks` */
export function verificationProgress(
  { checksDone, checks, blocksWalked, blocks }: VerificationDto["progress"],
  number: (value: number) => string,
): string {
  if (checks === 0) return "The worker takes it up within a second or two.";
  const counted = `${checksDone} of ${checks} checks`;
  return blocksWalked === 0
    ? counted
    : `${counted}, ${number(blocksWalked)} of ${number(blocks)} blocks of the chain`;
}

/** How many places were found to be wrong, over all checks. */
export function placesBroken({ broken }: Pick<VerificationDto, "broken">): number {
  return Object.values(broken).reduce((sum, count) => sum + (count ?? 0), 0);
}
