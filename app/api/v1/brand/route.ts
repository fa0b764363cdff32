import { readBrand as readBrandContract, setBrand as setBrandContract } from "@/lib/api/contracts/brand";
import { route } from "@/lib/api/route";
import { type ProgramDto, recallProgram, setBrand } from "@/lib/programs";

const brandOf = ({ name, brandHue: hue, brand }: ProgramDto) => ({ name, hue, ...brand });

export const GET = route(readBrandContract, async ({ ctx }) => brandOf(await recallProgram(ctx.programId)));

export const PUT = route(setBrandContract, async ({ ctx, body }) => brandOf(await setBrand(ctx, body)));
