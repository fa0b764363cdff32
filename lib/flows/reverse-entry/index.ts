import "server-only";

export { previewReversal, reverseEntry } from "./reverse-entry";
