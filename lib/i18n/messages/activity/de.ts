import type { Translation } from "../../translation";
import type { en } from "./en";

export const de: Translation<typeof en> = { pending: "x" };
