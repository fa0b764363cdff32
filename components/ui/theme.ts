import { z } from "zod";

/** The person's choice of colours; "system" follows the device and is stored as no cookie at all. */
export const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** Read by the root layout, so that the first paint already has the chosen colours. */
export const THEME_COOKIE = "tessera-theme";
