import type { MetadataRoute } from "next";
import { clubProgram } from "../club-program";

/** What a phone needs to put the club on its home screen. */
export async function GET(_request: Request, { params }: { params: Promise<{ program: string }> }) {
  const program = await clubProgram((await params).program);
  const home = `/club/${program.slug}`;
  const manifest: MetadataRoute.Manifest = {
    id: home,
    name: program.name,
    short_name: program.name.slice(0, 12).trim(),
    description: `Your card, points and offers at ${program.name}.`,
    start_url: home,
    scope: home,
    display: "standalone",
    orientation: "portrait",
    lang: program.locale,
    background_color: "#fcfaf7",
    theme_color: "#fcfaf7",
    icons: [
      { src: `${home}/icon/192`, sizes: "192x192", type: "image/png", purpose: "any" },
      { src: `${home}/icon/512`, sizes: "512x512", type: "image/png", purpose: "any" },
      { src: `${home}/icon/512`, sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [{ name: "Activity", url: `${home}/activity` }],
  };
  return Response.json(manifest, {
    headers: { "content-type": "application/manifest+json", "cache-control": "public, max-age=3600" },
  });
}
