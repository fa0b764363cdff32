/** What an identity provider says about a person, once its token has been verified. */
export type ProvenIdentity = {
  issuer: string;
  subject: string;
  name: string | null;
  /** In lower case. */
  email: string | null;
  emailVerified: boolean;
};

/** What we know of that person. */
export type KnownPerson = {
  /** The user whom this issuer and subject are linked to. */
  linked: { userId: string; disabled: boolean } | null;
  /** The user with the same e-mail. */
  sameEmail: { userId: string; disabled: boolean } | null;
  /** Whether the e-mail has an open invitation. */
  invited: boolean;
};

/** Refusals are shown on the sign-in page; their names travel in its address. */
export type LinkRefusal = "EmailNotVerified" | "NotInvited" | "AccountDisabled";
export type LinkDecision =
  | { kind: "signIn"; userId: string }
  | { kind: "link"; userId: string }
  | { kind: "create"; email: string }
  | { kind: "refuse"; reason: LinkRefusal };

/**
 * Who signs in with this identity. Issuer and subject are what identify a person (OpenID Connect Core 5.7); an
 * e-mail counts only when the provider has verified it, or anybody could claim a colleague's account by typing
 * their address at the provider.
 */
export function decideLink(identity: ProvenIdentity, known: KnownPerson): LinkDecision {
  if (known.linked) return enter("signIn", known.linked);
  if (identity.email === null || !identity.emailVerified)
    return { kind: "refuse", reason: "EmailNotVerified" };
  if (known.sameEmail) return enter("link", known.sameEmail);
  return known.invited ? { kind: "create", email: identity.email } : { kind: "refuse", reason: "NotInvited" };
}

function enter(kind: "signIn" | "link", user: { userId: string; disabled: boolean }): LinkDecision {
  return user.disabled ? { kind: "refuse", reason: "AccountDisabled" } : { kind, userId: user.userId };
}
