import { notFound } from "next/navigation";
import { fromTypeId } from "@/lib/core/ids";
import { drawImageIcon } from "@/lib/images";
import { clubProgram } from "../../club-program";
import { drawIcon } from "./draw-icon";

const SIZES = new Set(["180", "192", "512"]);

/** What a see-through logo stands on. */
const PAPER = "#fcfaf7";

/** The club's icon for home screens and browser tabs: its logo, or the mosaic that is its own. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; size: string }> },
) {
  const { program: slug, size } = await params;
  if (!SIZES.has(size)) notFound();
  const program = await clubProgram(slug);
  const { programId, brandHue, brand } = program;
  const imageId = brand.logo && fromTypeId("img", brand.logo.id);
  const logo = imageId && (await drawImageIcon({ programId, imageId }, Number(size), PAPER));
  return new Response(logo || drawIcon(programId, brandHue, Number(size)), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
}
