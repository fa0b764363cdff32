import { env } from "./env";

/** Where people reach this installation, without a slash at the end: for links in mails and link previews. */
export function publicAddress(): string {
  const { NEXTAUTH_URL: address, PORT: port } = env();
  return (address ?? `http://localhost:${port}`).replace(/\/$/, "");
}
