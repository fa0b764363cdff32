import type { Translation } from "../../translation";
import type { en } from "./en";

export const es: Translation<typeof en> = { pending: "x" };
