import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { cache } from "react";
import { REQUEST_PATH_HEADER } from "@/lib/auth/request-path";
import { currentMember } from "@/lib/auth/session";
import { log } from "@/lib/config/log";
import { NotFound } from "@/lib/core/errors";
import { type ProgramDto, recallProgramBySlug } from "@/lib/programs";
import { chooseLocale } from "./choose-locale";
import { DEFAULT_LOCALE, LOCALE_COOKIE, spokenLanguage } from "./locales";
import { messagesIn } from "./messages";

const CLUB_PATH = /^\/club\/([^/?#]+)/;

/** How one request is answered. Clubs speak to each visitor in their language; the portal is in English. */
export default getRequestConfig(async ({ locale: asked }) => {
  const { locale, timeZone } = await requestLocale();
  const spoken = asked ?? locale;
  return {
    locale: spoken,
    timeZone,
    messages: messagesIn(spokenLanguage(spoken)),
    onError: (error) => log().error({ err: error }, "a message could not be said"),
  };
});

/** The locale (BCP 47) in which a club answers this request: that of its member, or of its visitor. */
export async function clubLocale(slug: string): Promise<string> {
  const program = await findClub(slug);
  return program === null ? DEFAULT_LOCALE : localeIn(program);
}

/** One look-up a request. */
const requestLocale = cache(async (): Promise<{ locale: string; timeZone: string }> => {
  const program = await requestedClub();
  if (program === null) return { locale: DEFAULT_LOCALE, timeZone: "UTC" };
  return { locale: await localeIn(program), timeZone: program.timeZone };
});

async function localeIn(program: ProgramDto): Promise<string> {
  const [member, jar, sent] = await Promise.all([currentMember(program.programId), cookies(), headers()]);
  return chooseLocale({
    member: member?.locale ?? null,
    cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
    acceptLanguage: sent.get("accept-language"),
    program: program.locale,
  });
}

/** The club that the request is about, from the page's address, or from that of the page which called an action. */
async function requestedClub(): Promise<ProgramDto | null> {
  const sent = await headers();
  const path = sent.get(REQUEST_PATH_HEADER) ?? refererPath(sent.get("referer"));
  const slug = CLUB_PATH.exec(path)?.[1];
  return slug === undefined ? null : findClub(slug);
}

/** @param slug as it stands in an address */
async function findClub(slug: string): Promise<ProgramDto | null> {
  try {
    return await recallProgramBySlug(decodeURIComponent(slug));
  } catch (error) {
    if (error instanceof NotFound || error instanceof URIError) return null;
    throw error;
  }
}

function refererPath(referer: string | null): string {
  return referer !== null && URL.canParse(referer) ? new URL(referer).pathname : "";
}
