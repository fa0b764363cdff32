"use server";

import { z } from "zod";
import { merchantAction } from "@/lib/actions";
import { setBrand } from "@/lib/programs";
import { brandInput } from "@/lib/programs/schema";

export const save = merchantAction(z.object({ brand: brandInput }), "program:manage", (ctx, { brand }) =>
  setBrand(ctx, brand),
);
