"use client";

import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/toast";
import { usePortal } from "../../../portal-context";
import type { ReviewActions } from "../../server-actions";
import { Consequences } from "./consequences";
import { LaunchButton } from "./launch-button";
import type { Proposal } from "./proposal";
import { SendBackButton } from "./send-back-button";
import { SubmitButton } from "./submit-button";
import { useAsking } from "./use-asking";

/** Who may do what with the version that is on screen. */
export type ReviewRights = {
  /** Whether the program wants a second person to launch. */
  needsApproval: boolean;
  isInReview: boolean;
  /** Whether the reader asked for the review. */
  isOwnRequest: boolean;
};

/** The ways from a draft to what runs: launch it, or submit it to somebody who launches it or sends it back. */
export function ReviewButtons({
  id,
  proposal,
  rights: { needsApproval, isInReview, isOwnRequest },
  asksAtFirst,
  flush,
  actions,
}: {
  /** TypeID */
  id: string;
  proposal: Proposal;
  rights: ReviewRights;
  /** Whether the question before a launch is on screen at once. */
  asksAtFirst: boolean;
  /** Saves what is not saved yet. @throws Error with a sentence when that fails */
  flush: () => Promise<{ version: number; savedAt: string }>;
  actions: ReviewActions;
}) {
  const { program, permissions } = usePortal();
  const router = useRouter();
  const toast = useToast();
  const mayWrite = permissions.includes("campaigns:write");
  const mayLaunch = permissions.includes("campaigns:launch");

  async function decide(by: "launch" | "submit", done: { title: string; detail: string }) {
    const seen = await flush();
    const result = await actions[by]({ program: program.slug, id, ...seen });
    if (!result.ok) throw new Error(result.error.fields?.[0]?.detail ?? result.error.message);
    toast.success(done.title, done.detail);
    router.refresh();
  }
  const launch = () =>
    decide("launch", { title: "Launched", detail: "Every event posted from now on is held against it." });
  const submit = () =>
    decide("submit", { title: "Submitted", detail: "A second person can launch it or send it back." });

  const asking = useAsking(asksAtFirst);
  const consequences = <Consequences id={id} proposal={proposal} foresee={actions.foresee} />;

  async function sendBack(comment: string) {
    const result = await actions.sendBack({ program: program.slug, id, comment });
    if (!result.ok) throw new Error(result.error.message);
    toast.success(isOwnRequest ? "Taken back" : "Sent back", "It can be changed again.");
    router.refresh();
  }

  if (isInReview) {
    return (
      <>
        {mayWrite && <SendBackButton isOwn={isOwnRequest} onSendBack={sendBack} />}
        {mayLaunch && !isOwnRequest && (
          <LaunchButton proposal={proposal} isApproval asking={asking} onLaunch={launch}>
            {consequences}
          </LaunchButton>
        )}
      </>
    );
  }
  if (!mayWrite) return null;
  return mayLaunch && !needsApproval ? (
    <LaunchButton proposal={proposal} isApproval={false} asking={asking} onLaunch={launch}>
      {consequences}
    </LaunchButton>
  ) : (
    <SubmitButton proposal={proposal} asking={asking} onSubmit={submit}>
      {consequences}
    </SubmitButton>
  );
}
