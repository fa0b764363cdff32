import type { MetadataRoute } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { mosaicColours } from "@/components/ui/mosaic-tiles";
import { oklchToHex } from "@/lib/core/oklch";
import { directionOf } from "@/lib/i18n/locales";
import { HOUSE_HUE } from "@/lib/programs/schema";
import { clubProgram } from "../club-program";
import { iconAddress } from "../icon-address";

/** What a phone needs to put the club on its home screen. */
export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const program = await clubProgram((await params).program);
  const [locale, t, rewards, vouchers] = await Promise.all([
    getLocale(),
    getTranslations("wallet"),
    getTranslations("rewards"),
    getTranslations("vouchers"),
  ]);
  const home = `/club/${program.slug}`;
  const icons = [{ src: iconAddress(program, 192), sizes: "192x192", type: "image/png" }];
  const shortcut = (name: string, path: string) => ({ name, url: `${home}/${path}`, icons });
  const manifest: MetadataRoute.Manifest = {
    id: home,
    name: program.name,
    short_name: program.name.slice(0, 12).trim(),
    description: t("description", { program: program.name }),
    start_url: home,
    scope: home,
    display: "standalone",
    orientation: "portrait",
    lang: locale,
    dir: directionOf(locale),
    background_color: "#fcfaf7",
    // Around the start screen; the pages themselves say what they are drawn on.
    theme_color: oklchToHex(mosaicColours(program.brandHue ?? HOUSE_HUE).ground),
    icons: [
      { src: iconAddress(program, 192), sizes: "192x192", type: "image/png", purpose: "any" },
      { src: iconAddress(program, 512), sizes: "512x512", type: "image/png", purpose: "any" },
      { src: iconAddress(program, 512), sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    categories: ["shopping", "lifestyle"],
    shortcuts: [
      shortcut(vouchers("title"), "vouchers"),
      shortcut(rewards("title"), "rewards"),
      shortcut(t("tabs.activity"), "activity"),
    ],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json", "cache-control": "private, max-age=3600" },
  });
}
