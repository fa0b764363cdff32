import type { Translation } from "../../translation";
import type { en } from "./en";

export const fr: Translation<typeof en> = { pending: "x" };
