import "server-only";
import type { Transporter } from "nodemailer";
import { env } from "@/lib/config/env";
import { publicAddress } from "@/lib/config/public-address";

/** A mail on its way. */
export type Letter = {
  /** Stays the same over attempts, so that the reader's mail program shows it once. */
  id: string;
  senderName: string;
  to: string;
  subject: string;
  text: string;
  html: string;
};

/** `null`: it was taken. What is permanent is not tried again. Reasons name no addresses. */
export type Outcome = { reason: string; permanent: boolean } | null;

export interface MailTransport {
  /** Hands one mail over; never rejects. */
  send(letter: Letter): Promise<Outcome>;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;
let configured: MailTransport | undefined;

/** The installation's mail server, or null where it has none. */
export function mailTransport(): MailTransport | null {
  const { SMTP_URL: address, MAIL_FROM: from } = env();
  if (address === undefined) return null;
  configured ??= new SmtpTransport(address, from ?? `no-reply@${new URL(publicAddress()).hostname}`);
  return configured;
}

/** A mail server that speaks SMTP, over connections that are kept for the next mails. */
export class SmtpTransport implements MailTransport {
  readonly #address: string;
  readonly #from: string;
  #connecting: Promise<Transporter> | undefined;

  /** @param address smtp://user:password@host:587, or smtps:// */
  constructor(address: string, from: string) {
    this.#address = address;
    this.#from = from;
  }

  async send({ id, senderName, to, subject, text, html }: Letter): Promise<Outcome> {
    const transporter = await this.#connect();
    try {
      await transporter.sendMail({
        // As an object, so that no name can be read as another address.
        from: { name: senderName, address: this.#from },
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${this.#from.split("@")[1]}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  async close(): Promise<void> {
    (await this.#connecting)?.close();
  }

  #connect(): Promise<Transporter> {
    this.#connecting ??= import("nodemailer").then(({ createTransport }) => {
      const waits = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS };
      return createTransport({ url: this.#address, pool: true, maxConnections: 3, ...waits });
    });
    return this.#connecting;
  }
}

/** What servers say in words may quote the address; their numbers do not. 5xx is for good (RFC 5321, 4.2.1). */
function failureOf(error: unknown): NonNullable<Outcome> {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number") {
    // A sign-in that the server refuses is the installation's fault, which somebody mends, not the mail's.
    const permanent = responseCode >= 500 && code !== "EAUTH";
    return { reason: `The mail server answered ${responseCode}.`, permanent };
  }
  const kind = typeof code === "string" && /^[A-Z_]+$/.test(code) ? code : "unknown";
  return { reason: `The mail server could not be reached (${kind}).`, permanent: kind === "EENVELOPE" };
}
