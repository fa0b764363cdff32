import "server-only";

export { sendPointsNow } from "./send-points-now";
