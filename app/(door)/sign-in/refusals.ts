const SENTENCES: Record<string, string> = {
  EmailNotVerified:
    "Your identity provider has not verified your e-mail address, so we cannot tell that it is yours. Verify it there, then try again.",
  NotInvited:
    "You are not in any team here yet. Ask an owner of your club to invite you, then sign in again.",
  AccountDisabled: "This account has been switched off. Ask an owner of your club.",
  CredentialsSignin: "E-mail or password is wrong.",
  TooManyAttempts: "Too many attempts. Wait a quarter of an hour, then try again.",
  OAuthSignin: "The identity provider cannot be reached. Try again in a moment.",
  OAuthCallback: "The sign-in was not completed. Start it again from this page.",
  Callback: "The sign-in was not completed. Start it again from this page.",
};
const UNKNOWN = "The sign-in did not work. Try again.";

/** The sentence for the error code in the page's address; codes that are not ours get a general one. */
export function refusalSentence(code: string | undefined): string | null {
  if (code === undefined) return null;
  return Object.hasOwn(SENTENCES, code) ? (SENTENCES[code] ?? UNKNOWN) : UNKNOWN;
}
