import "server-only";

export { listMemberOffers, type MemberOfferDto } from "./list-member-offers";
