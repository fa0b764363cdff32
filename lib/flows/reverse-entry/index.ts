import "server-only";

export { previewReversal, reverseEntry } from "./reverse-entry";
export { previewUndoSpend, undoSpend } from "./undo-spend";
