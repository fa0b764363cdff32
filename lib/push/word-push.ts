import { directionOf } from "@/lib/i18n/locales";
import { translate } from "@/lib/i18n/translate";
import type { PushContent, PushPayload } from "./schema";
import type { DuePush } from "./sql";

/** A push as its member reads it: in their language, with their way of writing numbers and days. */
export function wordPush(
  push: Pick<DuePush, "pushId" | "content" | "locale" | "slug" | "programName" | "pointName">,
): PushPayload {
  const { content, locale, slug } = push;
  const home = `/club/${slug}`;
  return {
    ...wordsOf(push),
    url: `${home}${PLACES[content.kind]}`,
    tag: content.kind === "points" ? "points" : push.pushId,
    icon: `${home}/icon/192`,
    lang: locale,
    dir: directionOf(locale),
  };
}

const PLACES: Record<PushContent["kind"], string> = {
  points: "/activity",
  expiring: "",
  offers: "/messages",
  orders: "/messages",
};

function wordsOf({
  content,
  locale,
  programName,
  pointName,
}: Pick<DuePush, "content" | "locale" | "programName" | "pointName">): { title: string; body: string } {
  const t = translate(locale, "push");
  switch (content.kind) {
    case "points":
      return {
        title: t("pointsTitle", { points: content.points, name: pointName, program: programName }),
        body: t("pointsBody", { balance: content.balance, name: pointName }),
      };
    case "expiring":
      return {
        title: t("expiringTitle", { points: content.points, name: pointName }),
        body: t("expiringBody", {
          day: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
            new Date(`${content.day}T00:00:00Z`),
          ),
          program: programName,
        }),
      };
    case "offers":
    case "orders":
      return { title: content.title, body: content.body };
  }
}
