import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/providers/providers";
import { THEME_COOKIE, themeOf } from "@/components/ui/theme";
import { directionOf } from "@/lib/i18n/locales";

export const metadata: Metadata = {
  title: { default: "Tessera", template: "%s · Tessera" },
  description: "Customer loyalty with an exact ledger: campaigns, points, and a wallet that explains itself.",
  applicationName: "Tessera",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#15110e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  const [locale, { common }] = await Promise.all([getLocale(), getMessages()]);
  const direction = directionOf(locale);
  return (
    // The theme is chosen on this element by the browser, too: see useTheme.
    <html
      lang={locale}
      dir={direction}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <a
          href="#main"
          className="-translate-y-20 fixed start-3 top-3 z-[70] rounded-md bg-ink px-3 py-2 text-paper focus:translate-y-0"
        >
          {common.skipToContent}
        </a>
        <Providers direction={direction} words={common.interface}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
