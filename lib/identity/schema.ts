import { z } from "zod";
import { typeId } from "@/lib/core/schema";

export const ROLES = ["owner", "admin", "marketer", "analyst", "support", "cashier"] as const;
export type Role = (typeof ROLES)[number];

/** What each role is for, in the words of the team screen. */
export const ROLE_MEANINGS: Record<Role, { name: string; meaning: string }> = {
  owner: { name: "Owner", meaning: "Everything. A company always keeps at least one owner." },
  admin: { name: "Admin", meaning: "Everything an owner can do, except making or removing owners." },
  marketer: { name: "Marketer", meaning: "Builds and launches campaigns, imports files, reads members." },
  analyst: {
    name: "Analyst",
    meaning: "Reads everything about members, events and points; changes nothing.",
  },
  support: { name: "Support", meaning: "Helps members: finds and edits them, retries failed events." },
  cashier: { name: "Cashier", meaning: "Serves members at the counter: purchases, rewards, vouchers." },
};

export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("Enter an e-mail address like name@example.com."));
export const personName = z.string().trim().min(1, "Enter a name.").max(120);
export const MIN_PASSWORD = 10;
export const PASSWORD_HINT = `At least ${MIN_PASSWORD} characters. A few unrelated words make a good one.`;
export const newPassword = z
  .string()
  .min(MIN_PASSWORD, `Use at least ${MIN_PASSWORD} characters.`)
  .max(128, "Use at most 128 characters.")
  .refine((password) => new Set(password).size >= 5, "Use more different characters.");

export const credentials = z.object({
  email: emailAddress,
  password: z.string().min(1, "Enter your password.").max(128),
});
export type Credentials = z.output<typeof credentials>;

/** The same with the club's slug, for a member. */
export const memberCredentials = credentials.extend({ program: z.string().min(1).max(64) });

export const newInvitation = z.object({ email: emailAddress, role: z.enum(ROLES) });
export type NewInvitation = z.output<typeof newInvitation>;
export const invitationRef = z.object({ invitationId: typeId("inv") });
export const teammateRef = z.object({ userId: typeId("user") });
export const roleChange = teammateRef.extend({ role: z.enum(ROLES) });
export type RoleChange = z.output<typeof roleChange>;

export const acceptance = z.object({ name: personName, password: newPassword });
export const invitationToken = z.object({ token: z.string().max(64) });
export type Acceptance = z.output<typeof acceptance>;

/** Somebody of the team. Instants are ISO 8601. */
export type TeammateDto = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  lastSignInAt: string | null;
};

/** An invitation that nobody has accepted or revoked; `expired` ones can be sent again. */
export type InvitationDto = {
  invitationId: string;
  email: string;
  role: Role;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
};

/** A fresh invitation with the secret part of its link, which is shown this once. */
export type IssuedInvitation = {
  invitationId: string;
  email: string;
  token: string;
  /** Whether the link is on its way by mail; otherwise somebody has to send it. */
  isMailed: boolean;
};

/** What is shown to whoever holds the link of an invitation that nobody answered in time. Instants are ISO 8601. */
export type ExpiredInvitation = { organizationName: string; invitedByName: string; expiredAt: string };

/** What the invitation page shows to whoever holds the link. */
export type OpenInvitation = {
  email: string;
  role: Role;
  organizationName: string;
  /** The program that the company is a partner of; null: it runs programs itself, and the role says what one may do. */
  partnerOf: string | null;
  invitedByName: string;
  /** The e-mail has an account already: its owner signs in instead of choosing a password. */
  hasAccount: boolean;
};
