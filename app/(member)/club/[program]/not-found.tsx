import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { REQUEST_PATH_HEADER } from "@/lib/auth/request-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common"))("notFound.title") };
}

/** What is missing in a club is said in the language of whoever looks for it. */
export default async function ClubNotFound() {
  const [t, sent] = await Promise.all([getTranslations("common"), headers()]);
  const home = sent.get(REQUEST_PATH_HEADER)?.match(/^\/club\/[^/?]+/)?.[0] ?? "/";
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col justify-center outline-none">
      <EmptyState
        headingLevel={1}
        title={t("notFound.title")}
        action={
          <ButtonLink href={home} variant="primary">
            {t("notFound.home")}
          </ButtonLink>
        }
      >
        {t("notFound.text")}
      </EmptyState>
    </main>
  );
}
