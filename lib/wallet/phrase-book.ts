import { sha256Hex } from "@/lib/core/hash";

/** A campaign as decisions speak of it. */
export type CampaignHead = { campaignId: string; version: number; name: string };

/** What the decisions under one rule set have in common, written down once; they refer to it by number. */
export type PhraseBook = {
  /** Names the content: the same content has the same id, and a book never changes. */
  bookId: string;
  /** By type of event, in order of evaluation. */
  campaigns: Readonly<Record<string, readonly CampaignHead[]>>;
  phrases: readonly string[];
};

export type PhraseBookContent = Omit<PhraseBook, "bookId">;

const ID_DIGITS = 16;

export function makePhraseBook(content: PhraseBookContent): PhraseBook {
  return { bookId: sha256Hex(JSON.stringify(content)).slice(0, ID_DIGITS), ...content };
}
