import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfflineCard } from "@/components/member/offline-card";
import { BrandHue } from "@/components/ui/mosaic";
import { clubProgram } from "./club-program";
import { iconAddress } from "./icon-address";

type Props = { children: ReactNode; params: Promise<{ program: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const program = await clubProgram((await params).program);
  const t = await getTranslations("wallet");
  const home = `/club/${program.slug}`;
  return {
    title: { absolute: program.name, template: `%s · ${program.name}` },
    description: t("description", { program: program.name }),
    applicationName: program.name,
    manifest: `${home}/manifest.webmanifest`,
    icons: { icon: iconAddress(program, 192), apple: iconAddress(program, 180) },
    appleWebApp: { capable: true, title: program.name, statusBarStyle: "default" },
    formatDetection: { telephone: false },
  };
}

/** Around every page of a club: its colour and its offline card. Who may see a page is up to the page. */
export default async function ClubLayout({ children, params }: Props) {
  const program = await clubProgram((await params).program);
  return (
    <>
      <BrandHue hue={program.brandHue} />
      <OfflineCard program={program.slug} />
      {children}
    </>
  );
}
