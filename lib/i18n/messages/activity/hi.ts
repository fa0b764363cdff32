import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = { pending: "x" };
