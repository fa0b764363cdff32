import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/member/back-link";
import { BlockForm } from "@/components/member/block-form";
import { BlockedList } from "@/components/member/blocked-list";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { requireMember } from "@/lib/auth/session";
import { toTypeId } from "@/lib/core/ids";
import { listBlockedMembers } from "@/lib/transfers";
import { block, unblock } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("send"))("blocked") };
}

/** Whom the member wants nothing from. */
export default async function BlockedPage({ params }: { params: Promise<{ program: string }> }) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const [locale, t, common, blocked] = await Promise.all([
    getLocale(),
    getTranslations("send"),
    getTranslations("common"),
    listBlockedMembers(ctx, memberId),
  ]);
  const { name } = pointWords(common, locale, program.pointType.name);
  return (
    <div className="mx-auto max-w-xl">
      <BackLink href={`/club/${program.slug}/send`}>
        <span className="inline-block first-letter:uppercase">{t("title", { name })}</span>
      </BackLink>
      <h1 className="text-2xl">{t("blocked")}</h1>
      <p className="mt-1 text-pretty text-base text-ink-2">{t("blockedIntro", { name })}</p>
      <ClientMessages namespaces={["send"]}>
        <BlockForm program={program.slug} block={block} />
        <BlockedList
          program={program.slug}
          blocked={blocked.map((other) => ({ ...other, id: toTypeId("mem", other.memberId) }))}
          formats={{ locale, timeZone: program.timeZone }}
          unblock={unblock}
        />
      </ClientMessages>
    </div>
  );
}
