const THEMES = ["system", "light", "dark"] as const;

/** The person's choice of colours; "system" follows the device and is stored as no cookie at all. */
export type Theme = (typeof THEMES)[number];

/** What is written in the cookie or on the page, as a theme; "system" where it is none. */
export function themeOf(written: string | undefined): Theme {
  return THEMES.find((theme) => theme === written) ?? "system";
}

/** Read by the root layout, so that the first paint already has the chosen colours. */
export const THEME_COOKIE = "tessera-theme";
