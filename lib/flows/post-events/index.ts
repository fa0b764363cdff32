import "server-only";

export { postSlice, type SliceReport } from "./post-slice";
