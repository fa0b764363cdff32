import { notFound } from "next/navigation";
import { clubProgram } from "../../club-program";
import { drawIcon } from "./draw-icon";

const SIZES = new Set(["180", "192", "512"]);

/** The club's icon for home screens and browser tabs. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ program: string; size: string }> },
) {
  const { program: slug, size } = await params;
  if (!SIZES.has(size)) notFound();
  const program = await clubProgram(slug);
  return new Response(drawIcon(program.programId, program.brandHue, Number(size)), {
    headers: { "content-type": "image/png", "cache-control": "public, max-age=86400" },
  });
}
