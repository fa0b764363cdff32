import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LiveWalletProvider } from "@/components/member/live-wallet";
import { TabBar } from "@/components/member/tab-bar";
import { ProgramMark } from "@/components/ui/program-mark";
import { clubProgram } from "../club-program";

/** The wallet's frame: tabs under the thumb on phones, in the header where there is room. */
export default async function WalletLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ program: string }>;
}) {
  const program = await clubProgram((await params).program);
  const t = await getTranslations("wallet");
  const words = {
    wallet: t("wallet"),
    card: t("tabs.card"),
    rewards: (await getTranslations("rewards"))("title"),
    activity: t("tabs.activity"),
    profile: t("tabs.profile"),
  };
  return (
    <LiveWalletProvider program={program.slug}>
      <div className="mx-auto flex min-h-dvh max-w-5xl flex-col pt-[env(safe-area-inset-top)]">
        <header className="flex items-center justify-between gap-6 px-4 pt-4 sm:px-6 md:py-5">
          <p className="flex min-w-0 items-center gap-2.5 font-medium text-base text-ink-2 md:text-md md:text-ink">
            <ProgramMark id={program.programId} hue={program.brandHue} logo={program.brand.logo} size={24} />
            <span className="truncate">{program.name}</span>
          </p>
          <TabBar program={program.slug} words={words} className="max-md:hidden print:hidden" />
        </header>
        <main id="main" className="flex-1 px-4 pt-3 pb-28 sm:px-6 md:pt-6 md:pb-16">
          {children}
        </main>
      </div>
      <TabBar
        program={program.slug}
        words={words}
        className="fixed inset-x-0 bottom-0 z-20 border-t bg-paper/92 px-2 pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden print:hidden"
      />
    </LiveWalletProvider>
  );
}
