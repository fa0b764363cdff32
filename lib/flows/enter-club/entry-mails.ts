import { publicAddress } from "@/lib/config/public-address";
import { CODE_MINUTES, type CodeMail } from "@/lib/email-codes";
import { translate } from "@/lib/i18n/translate";
import type { MailContent } from "@/lib/mail";
import type { ProgramDto } from "@/lib/programs";

type Holder = { memberId: string; status: "active" | "blocked" | "closed" } | null;
type Club = Pick<ProgramDto, "name" | "slug">;

/**
 * What is written to an address that asked to join: a code in every case. Whoever has a card already is told so, and
 * gets in with the same code; the page says the same to both.
 */
export function joinMail(club: Club, holder: Holder, locale: string): CodeMail {
  if (holder?.status === "blocked") return blockedMail(club, holder.memberId, locale);
  const t = translate(locale, "mail");
  const program = club.name;
  return {
    kind: holder === null ? "join_code" : "sign_in_code",
    memberId: holder?.memberId ?? null,
    withCode: (code) => ({
      subject: t("codeSubject", { code, program }),
      heading: holder === null ? t("joinHeading", { program }) : t("alreadyHeading", { program }),
      paragraphs: [t(holder === null ? "joinText" : "alreadyText", { minutes: CODE_MINUTES })],
      code,
      note: t("notYou"),
    }),
  };
}

/** What is written to an address that asked to sign in: a code, or that there is no card yet. */
export function signInMail(club: Club, holder: Holder, locale: string): CodeMail {
  const t = translate(locale, "mail");
  const program = club.name;
  if (holder?.status === "blocked") return blockedMail(club, holder.memberId, locale);
  if (holder === null) {
    const withoutCode: MailContent = {
      subject: t("unknownSubject", { program }),
      heading: t("unknownHeading", { program }),
      paragraphs: [t("unknownText")],
      action: { label: t("join", { program }), address: `${publicAddress()}/club/${club.slug}/join` },
      note: t("notYou"),
    };
    return { kind: "sign_in_unknown", memberId: null, withoutCode };
  }
  return {
    kind: "sign_in_code",
    memberId: holder.memberId,
    withCode: (code) => ({
      subject: t("codeSubject", { code, program }),
      heading: t("signInHeading", { program }),
      paragraphs: [t("signInText", { minutes: CODE_MINUTES })],
      code,
      note: t("notYou"),
    }),
  };
}

/** What is written to a member who wants to leave for good and has no password to prove who they are. */
export function leaveMail({ name: program }: Club, memberId: string, locale: string): CodeMail {
  const t = translate(locale, "mail");
  return {
    kind: "sign_in_code",
    memberId,
    withCode: (code) => ({
      subject: t("codeSubject", { code, program }),
      heading: t("leaveHeading", { program }),
      paragraphs: [t("leaveText", { program, minutes: CODE_MINUTES })],
      code,
      note: t("notYou"),
    }),
  };
}

/** What is written to an address that a member wants to change to: a code, or that it belongs to a card already. */
export function changeMail(club: Club, memberId: string, isTaken: boolean, locale: string): CodeMail {
  const t = translate(locale, "mail");
  const program = club.name;
  if (isTaken) {
    const withoutCode: MailContent = {
      subject: t("takenSubject", { program }),
      heading: t("takenHeading"),
      paragraphs: [t("takenText", { program })],
      note: t("notYou"),
    };
    return { kind: "change_email_taken", memberId: null, withoutCode };
  }
  return {
    kind: "change_email_code",
    memberId,
    withCode: (code) => ({
      subject: t("codeSubject", { code, program }),
      heading: t("changeHeading"),
      paragraphs: [t("changeText", { program, minutes: CODE_MINUTES })],
      code,
      note: t("notYou"),
    }),
  };
}

/** What is written to the address before, so that nobody is robbed of a card in silence. */
export function changedMail(club: Club, locale: string): MailContent {
  const t = translate(locale, "mail");
  const program = club.name;
  return {
    subject: t("changedSubject", { program }),
    heading: t("changedHeading"),
    paragraphs: [t("changedText", { program })],
  };
}

function blockedMail({ name: program }: Club, memberId: string, locale: string): CodeMail {
  const t = translate(locale, "mail");
  const withoutCode: MailContent = {
    subject: t("blockedSubject", { program }),
    heading: t("blockedHeading"),
    paragraphs: [t("blockedText", { program })],
    note: t("notYou"),
  };
  return { kind: "sign_in_blocked", memberId, withoutCode };
}
