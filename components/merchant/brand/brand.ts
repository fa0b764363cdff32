import type { BrandDto } from "@/lib/programs/schema";

/** What is edited: how the program shows itself, with its name and accent. */
export type Brand = BrandDto & { name: string; hue: number | null };
