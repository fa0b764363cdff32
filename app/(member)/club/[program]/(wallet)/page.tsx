import { ScanLine } from "lucide-react";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ActivityLine } from "@/components/member/activity-line";
import { BadgeList } from "@/components/member/benefits/badge-list";
import { ChallengeList } from "@/components/member/benefits/challenge-list";
import { MessagesLink } from "@/components/member/benefits/messages-link";
import { soonestFirst } from "@/components/member/benefits/soonest-first";
import { VoucherList } from "@/components/member/benefits/voucher-list";
import { ExpiringSoon } from "@/components/member/expiring-soon";
import { firstNameOf, partOfDay } from "@/components/member/greeting";
import { HeldPoints } from "@/components/member/held-points";
import { MemberCard } from "@/components/member/member-card";
import { OfferList } from "@/components/member/offer-list";
import { OtherPoints } from "@/components/member/other-points";
import { PendingPoints } from "@/components/member/pending-points";
import { pointWords } from "@/components/member/point-words";
import { InviteLink } from "@/components/member/referrals/invite-link";
import { SharingLinks } from "@/components/member/sharing-links";
import { WalletLink } from "@/components/member/wallet-link";
import { WalletSection } from "@/components/member/wallet-section";
import { Notice } from "@/components/ui/notice";
import { requireMember, wasMember } from "@/lib/auth/session";
import { countUnread, listVouchers, readCollection } from "@/lib/benefits";
import { toTypeId } from "@/lib/core/ids";
import { listMemberOffers } from "@/lib/flows/list-offers";
import { readMember } from "@/lib/members";
import { listPoolsOf } from "@/lib/pools";
import { nameInLanguage } from "@/lib/redemptions";
import { readPublicReferrals } from "@/lib/referrals";
import { listHolds, readActivity, readWallet } from "@/lib/wallet";

const LATEST = 4;
const MOST_HOLDS = 5;
/** Of so many that can be used, those that run out first are shown. */
const KNOWN_VOUCHERS = 100;
const SHOWN_VOUCHERS = 3;

/** The card at a glance: balance, code, what expires, what can be earned, what happened last. */
export default async function WalletPage({ params }: { params: Promise<{ program: string }> }) {
  const { program: slug } = await params;
  // Who has never been in sees what the club is; a member whose session has ended, the way back in.
  if (!(await wasMember())) redirect(`/club/${encodeURIComponent(slug)}/about`);
  const { ctx, program, memberId } = await requireMember(slug);
  const { transfers, pools } = program.ledgerPolicy;
  const [locale, t, common] = await Promise.all([
    getLocale(),
    getTranslations("wallet"),
    getTranslations("common"),
  ]);
  const [member, wallet, latest, shared, referrals] = await Promise.all([
    readMember(ctx, memberId),
    readWallet(ctx, memberId),
    readActivity(ctx, memberId, { limit: LATEST, locale }),
    listPoolsOf(ctx, memberId),
    readPublicReferrals(program.programId),
  ]);
  const holds =
    wallet.held === 0 ? [] : (await listHolds(ctx, memberId, { state: "open", limit: MOST_HOLDS })).items;
  const [offers, vouchers, collection, unread] = await Promise.all([
    listMemberOffers(ctx, memberId, locale),
    listVouchers(ctx, memberId, { state: "issued", limit: KNOWN_VOUCHERS }),
    readCollection(ctx, memberId),
    countUnread(ctx, memberId),
  ]);
  const [toUse, setAside] = await Promise.all([
    nameInLanguage(ctx, soonestFirst(vouchers.items).slice(0, SHOWN_VOUCHERS), locale),
    nameInLanguage(
      ctx,
      holds.map((hold) => ({ ...hold, name: hold.reason })),
      locale,
    ),
  ]);
  const formats = { locale, timeZone: program.timeZone };
  const points = pointWords(common, locale, program.pointType.name);
  const otherTypes = wallet.otherTypes.filter(
    (type) => type.available + type.pending + type.lifetimeEarned > 0,
  );
  const home = `/club/${program.slug}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-7 md:grid-cols-[minmax(0,27rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-4 md:sticky md:top-6 md:self-start">
        <div className="flex items-center justify-between gap-3">
          <h1 className="min-w-0 break-words text-xl md:text-2xl">
            {t(`greeting.${partOfDay(ctx.clock.now(), program.timeZone)}`, {
              name: firstNameOf(member.name),
            })}
          </h1>
          <MessagesLink href={`${home}/messages`} unread={unread} />
        </div>
        <MemberCard
          memberId={toTypeId("mem", memberId)}
          name={member.name}
          cardNumber={member.cardNumber}
          balance={wallet.available}
          pointName={points.name}
          locale={locale}
          brandHue={program.brandHue}
          brand={program.brand}
        />
        <SharingLinks
          home={home}
          pointName={points.name}
          sends={transfers.enabled}
          shares={pools.enabled || shared.length > 0}
          invitations={shared.filter(({ own }) => own.state === "invited").length}
        />
        {referrals !== null && <InviteLink href={`${home}/invite`} />}
        <PendingPoints pending={wallet.pending} waiting={wallet.pendingUntil} points={points} />
        <ExpiringSoon expiring={wallet.expiringSoon} points={points} />
        {wallet.debt > 0 && <Notice>{t("owed", { amount: points.amount(wallet.debt) })}</Notice>}
      </div>
      <div className="flex flex-col gap-7">
        {wallet.held > 0 && (
          <WalletSection title={t("setAside")}>
            <HeldPoints holds={setAside} held={wallet.held} pointName={points.name} formats={formats} />
          </WalletSection>
        )}
        {otherTypes.length > 0 && (
          <WalletSection title={t("alsoYours")}>
            <OtherPoints types={otherTypes} locale={locale} />
          </WalletSection>
        )}
        {toUse.length > 0 && (
          <WalletSection
            title={t("vouchers")}
            aside={
              <WalletLink href={`${home}/vouchers`} className="font-medium text-accent-ink">
                {t("allVouchers")}
              </WalletLink>
            }
          >
            <VoucherList vouchers={toUse} formats={formats} path={`/club/${program.slug}/vouchers`} />
          </WalletSection>
        )}
        {collection.challenges.length > 0 && (
          <WalletSection title={t("challenges")}>
            <ChallengeList challenges={collection.challenges} />
          </WalletSection>
        )}
        {collection.badges.length > 0 && (
          <WalletSection title={t("badges")}>
            <BadgeList badges={collection.badges} brandHue={program.brandHue} formats={formats} />
          </WalletSection>
        )}
        <WalletSection title={t("forYou")}>
          {offers.length === 0 ? (
            <p className="mt-2 text-pretty text-base text-ink-2">{t("noOffers", { name: points.name })}</p>
          ) : (
            <OfferList offers={offers} brandHue={program.brandHue} />
          )}
        </WalletSection>
        <WalletSection
          title={t("latest")}
          aside={
            latest.items.length > 0 && (
              <WalletLink href={`${home}/activity`} className="font-medium text-accent-ink">
                {t("allActivity")}
              </WalletLink>
            )
          }
        >
          {latest.items.length === 0 ? (
            <div className="mt-3 flex items-start gap-3.5 rounded-lg border border-dashed p-4">
              <ScanLine aria-hidden="true" className="mt-0.5 size-5 text-ink-3" />
              <p className="text-pretty text-base text-ink-2">{t("nothingYet", { name: points.name })}</p>
            </div>
          ) : (
            <ul className="mt-1 divide-y">
              {latest.items.map((entry) => (
                <li key={entry.causeId}>
                  <ActivityLine entry={entry} formats={formats} pointName={points.name} />
                </li>
              ))}
            </ul>
          )}
        </WalletSection>
      </div>
    </div>
  );
}
