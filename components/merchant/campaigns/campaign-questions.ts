import type { CampaignActions } from "./server-actions";

/** What is asked before it is done. */
export type Question = Exclude<keyof CampaignActions, "duplicate">;

type QuestionWords = { title: string; description: string; confirm: string; done: string; danger: boolean };

export const QUESTIONS: Record<Question, QuestionWords> = {
  pause: {
    title: "Pause this campaign?",
    description:
      "It gives nothing for events posted from now on, until you resume it. What it has given stays with the members.",
    confirm: "Pause",
    done: "The campaign is paused",
    danger: false,
  },
  resume: {
    title: "Resume this campaign?",
    description:
      "It runs again as it was launched, for events posted from now on. Events posted while it was paused are not made up for.",
    confirm: "Resume",
    done: "The campaign runs again",
    danger: false,
  },
  end: {
    title: "End this campaign for good?",
    description:
      "It gives nothing from now on and cannot be resumed; duplicate it to run it again. What it has given stays, and returns still take back what their purchases earned.",
    confirm: "End campaign",
    done: "The campaign has ended",
    danger: true,
  },
  archive: {
    title: "Archive this campaign?",
    description:
      "It leaves the list, unless archived ones are asked for. Its results and versions stay, and you can bring it back.",
    confirm: "Archive",
    done: "The campaign is archived",
    danger: false,
  },
  unarchive: {
    title: "Bring this campaign back?",
    description: "It stands among those that are over again. It stays over; duplicate it to run it again.",
    confirm: "Bring back",
    done: "The campaign is back in the list",
    danger: false,
  },
  remove: {
    title: "Throw these changes away?",
    description: "What was never launched is deleted. A version that is live goes on unchanged.",
    confirm: "Delete draft",
    done: "The draft is gone",
    danger: true,
  },
};
