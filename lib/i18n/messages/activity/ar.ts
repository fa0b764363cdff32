import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = { pending: "x" };
