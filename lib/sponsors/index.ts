import "server-only";

export { createSponsor } from "./create-sponsor";
export { listSponsors } from "./queries";
export { removeSponsor } from "./remove-sponsor";
export { renameSponsor } from "./rename-sponsor";
export type * from "./schema";
