import type { Tone } from "@/components/ui/badge";
import type { RefusalReason, UploadState } from "@/lib/rewards/schema";

export const UPLOAD_WORDS: Record<UploadState, { label: string; tone: Tone }> = {
  reading: { label: "Going in", tone: "info" },
  done: { label: "Done", tone: "good" },
  failed: { label: "Stopped", tone: "bad" },
};

export const REFUSAL_WORDS: Record<RefusalReason, string> = {
  duplicate_in_file: "Stands in the file before",
  duplicate_in_program: "The program has it already",
  not_a_code: "Is no code: 1 to 64 letters, digits and signs without blanks",
  not_a_day: "The last day is none: write it like 2026-12-31",
  expired: "Its last day is over",
};
