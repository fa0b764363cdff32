import { z } from "zod";
import { shortCode, typeId } from "@/lib/core/schema";
import { westernDigits } from "@/lib/core/typed-number";
import { WALLET_LOCALES } from "@/lib/i18n/locales";

export const MEMBER_STATUSES = ["active", "blocked", "closed"] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** What a member has agreed to or refused, by the code of the purpose. Nothing is agreed to until they say so. */
export type Consents = Record<string, { granted: boolean; at: string } | undefined>;

export type AttributeValue = string | number | boolean;
export type MemberAttributes = Record<string, AttributeValue>;

/** A member as the product speaks of it. Ids are UUIDs, instants ISO 8601: it survives JSON unchanged. */
export type MemberDto = {
  memberId: string;
  /** The merchant's own number for this person. */
  externalId: string | null;
  cardNumber: string;
  /** The posting lane; fixed for life. */
  lane: number;
  name: string;
  email: string | null;
  /** Since when the member is known to read what is sent there; null: nobody has looked. */
  emailVerifiedAt: string | null;
  phone: string | null;
  attributes: MemberAttributes;
  status: MemberStatus;
  joinedAt: string;
  /** Whether the member has set a password for the wallet. */
  hasPassword: boolean;
  lastSignInAt: string | null;
  consents: Consents;
  /** BCP 47 for numbers and dates in the wallet; null follows the program. */
  locale: string | null;
  /** YYYY-MM-DD; personal. */
  birthday: string | null;
  /** Code of the tier; null: none. */
  tier: string | null;
  /** Free labels, in the order in which they were given. */
  tags: string[];
};

const MAX_ATTRIBUTES = 50;

export const memberName = z.string().trim().min(1, "Enter a name.").max(120);
export const memberEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email("Enter an e-mail address like name@example.com."));
export const memberPhone = z
  .string()
  .trim()
  .max(32)
  .regex(/^\+?[\d\s()./-]{4,}$/, "Enter a phone number: digits, with + in front for the country.");
/** Whether it lies in the future is for the verb to say, which knows the day. */
export const memberBirthday = z.iso
  .date("A day such as 1990-04-23.")
  .refine((day) => day >= "1900-01-01", "A birthday is after 1900.");
const MAX_TAGS = 50;
/** Two tags that differ only in their case are the same. */
export const memberTags = z
  .array(z.string().trim().min(1, "A tag is not empty.").max(60))
  .max(MAX_TAGS, `A member has at most ${MAX_TAGS} tags.`)
  .transform((tags) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()]);
export const externalId = z.string().trim().min(1).max(128);
export const memberAttributes = z
  .record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, "Attribute names are letters, digits and _."),
    z.union([z.string().max(256), z.number(), z.boolean()]),
  )
  .refine((attributes) => Object.keys(attributes).length <= MAX_ATTRIBUTES, {
    message: `A member has at most ${MAX_ATTRIBUTES} attributes.`,
  });

/** How another system names a member: exactly one of the three. */
export const memberRef = z.union([
  z.strictObject({ id: typeId("mem") }),
  z.strictObject({ externalId }),
  z.strictObject({ cardNumber: z.string().trim().min(1).max(32) }),
]);
export type MemberRef = z.output<typeof memberRef>;

/** How a member names another one: exactly one of the four. */
export const memberContact = z.union(
  [
    z.strictObject({ id: typeId("mem") }),
    z.strictObject({ cardNumber: z.string().trim().min(1).max(32) }),
    z.strictObject({ email: memberEmail }),
    z.strictObject({ phone: memberPhone }),
  ],
  "Name the member by exactly one of id, cardNumber, email and phone.",
);
export type MemberContact = z.output<typeof memberContact>;

/** The same as people type it into one field: a card number starts with its letters, an e-mail address has its @. */
export const typedContact = z
  .string()
  .trim()
  .min(1, "Enter a card number, an e-mail address or a phone number.")
  .max(254)
  .transform((text, context): MemberContact => {
    const typed = westernDigits(text);
    const parsed = memberContact.safeParse(
      typed.includes("@")
        ? { email: typed }
        : /^[a-z]/i.test(typed)
          ? { cardNumber: typed }
          : { phone: typed },
    );
    if (parsed.success) return parsed.data;
    context.issues.push({
      code: "custom",
      message: "Enter a card number, an e-mail address or a phone number.",
      input: text,
    });
    return z.NEVER;
  });

export const newMember = z.object({
  name: memberName,
  externalId: externalId.optional(),
  email: memberEmail.optional(),
  phone: memberPhone.optional(),
  attributes: memberAttributes.default({}),
  birthday: memberBirthday.optional(),
  tier: shortCode.optional(),
  tags: memberTags.default([]),
});
/** `memberId`, `joinedAt` and `passwordHash` are for seeds and imports; the doors do not offer them. */
export type NewMember = z.input<typeof newMember> & {
  memberId?: string;
  joinedAt?: Date;
  passwordHash?: string;
};

/** null removes the value; an attribute set to null is removed, one that is not named stays. Tags are all replaced. */
export const memberChange = z.object({
  name: memberName.optional(),
  externalId: externalId.nullable().optional(),
  email: memberEmail.nullable().optional(),
  phone: memberPhone.nullable().optional(),
  attributes: z
    .record(z.string(), z.union([z.string().max(256), z.number(), z.boolean(), z.null()]))
    .optional(),
  status: z.enum(["active", "blocked"]).optional(),
  birthday: memberBirthday.nullable().optional(),
  tier: shortCode.nullable().optional(),
  tags: memberTags.optional(),
});
export type MemberChange = z.output<typeof memberChange>;

/** What is not named stays; null removes the value. */
export const profileChange = z.object({
  name: memberName.optional(),
  phone: memberPhone.nullable().optional(),
  locale: z.enum(WALLET_LOCALES).nullable().optional(),
  /** Told once; changing it later is for the program's people. */
  birthday: memberBirthday.optional(),
});
export type ProfileChange = z.output<typeof profileChange>;

export const memberFilter = z.object({
  q: z.string().max(200).optional(),
  status: z.enum(MEMBER_STATUSES).optional(),
});
export type MemberFilter = z.output<typeof memberFilter>;

/** What intake needs to know of a member. */
export type ResolvedMember = { memberId: string; lane: number; status: MemberStatus };
