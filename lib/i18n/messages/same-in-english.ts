import type { Language } from "../locales";

/** Messages that a language says as English does. A translation that equals the English and is not here is missing. */
export const SAME_IN_ENGLISH: Partial<Record<Language, readonly string[]>> = {
  fr: [
    "Badges",
    "E-mail",
    "Message",
    "Messages",
    "Notifications",
    "Pages",
    "points",
    "{count, plural, one {# point} other {# points}}",
    "{count, plural, one {invitation} other {invitations}}",
  ],
  de: ["Name", "System", "Team", "Wallet"],
  es: ["no"],
};
