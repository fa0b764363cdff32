import type { Messages, useTranslations } from "next-intl";

/** What `useTranslations` and `getTranslations` give for one namespace. */
export type Namespaced<Name extends keyof Messages> = ReturnType<typeof useTranslations<Name>>;
