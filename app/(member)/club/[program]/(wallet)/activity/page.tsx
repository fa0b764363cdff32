import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActivityList } from "@/components/member/activity-list";
import { ClientMessages } from "@/components/member/client-messages";
import { pointWords } from "@/components/member/point-words";
import { WalletLink } from "@/components/member/wallet-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { requireMember } from "@/lib/auth/session";
import { readActivity } from "@/lib/wallet";
import { ACTIVITY_KINDS } from "@/lib/wallet/schema";
import { loadActivity } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activityPage"))("title") };
}

const PAGE_SIZE = 20;
const FILTERS = ["all", "earned", "returned", "expired", "transferred"] as const;

type Props = {
  params: Promise<{ program: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

/** Every movement of the member's points, each with its reason. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const { ctx, program, memberId } = await requireMember((await params).program);
  const asked = (await searchParams).kind;
  const kind = ACTIVITY_KINDS.find((candidate) => candidate === asked);
  const locale = await getLocale();
  const [t, common, first] = await Promise.all([
    getTranslations("activityPage"),
    getTranslations("common"),
    readActivity(ctx, memberId, { limit: PAGE_SIZE, kind, locale }),
  ]);
  const formats = { locale, timeZone: program.timeZone };
  const { name } = pointWords(common, locale, program.pointType.name);
  const chosen = FILTERS.find((filter) => filter === kind) ?? "all";
  const path = `/club/${program.slug}/activity`;
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex items-baseline justify-between gap-4">
        <h1 className="text-2xl">{t("title")}</h1>
        <WalletLink
          href={`/club/${program.slug}/statements`}
          className="font-medium text-accent-ink text-base"
        >
          {t("statements")}
        </WalletLink>
      </div>
      {(first.items.length > 0 || kind) && (
        <>
          <p className="mt-1 text-base text-ink-2">{t("press")}</p>
          <SegmentedLinks
            label={t("show")}
            className="mt-4"
            items={FILTERS.map((filter) => ({
              href: filter === "all" ? path : `${path}?kind=${filter}`,
              label: t(filter),
              current: filter === chosen,
            }))}
          />
        </>
      )}
      {first.items.length === 0 ? (
        <EmptyState title={t(`none.${chosen}`)}>{t(`noneText.${chosen}`, { name })}</EmptyState>
      ) : (
        <ClientMessages namespaces={["activityPage"]}>
          <ActivityList
            key={kind ?? "all"}
            program={program.slug}
            first={first}
            kind={kind}
            formats={formats}
            pointName={name}
            load={loadActivity}
          />
        </ClientMessages>
      )}
    </div>
  );
}
