import { z } from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(12),
  /** Shared by all instances: their cache and their rate limits. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TESSERA_DATA_DIR: z.string().default("data"),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url().optional(),
  WORKER_SECRET: z.string().min(32),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
  /** Keys that push services know this installation by (RFC 8292), in base64url; without them nothing is pushed. */
  VAPID_PUBLIC_KEY: z.string().min(80).optional(),
  VAPID_PRIVATE_KEY: z.string().min(40).optional(),
  /** How push services reach whoever runs this: a mailto: or https: address. */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:|https:\/\/)/)
    .optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  /** Take the caller's address from X-Forwarded-For: set it behind a reverse proxy only. */
  TRUST_PROXY: z.stringbool().default(false),
  /** Let webhooks call http and private addresses: for trying things out, never where strangers write campaigns. */
  WEBHOOKS_ALLOW_PRIVATE: z.stringbool().default(false),
  /** Take money with Stripe: both, as its dashboard shows them. */
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Offer a page on which payments are only played: for demos. Sandboxes have it anyway. */
  PAYMENTS_TEST: z.stringbool().default(false),
  /** Mail server: smtp://user:password@host:587, or smtps://. Without one, mails are kept and shown in the portal. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails; by default no-reply at the public address. */
  MAIL_FROM: z.email().optional(),
  /** Keep images and files in this bucket instead of the data folder. */
  S3_BUCKET: z.string().min(1).optional(),
  /** Address of a store that speaks S3; none for Amazon's own. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  /** Without keys: as Amazon's client finds them, such as from the machine's role. */
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** The bucket in the path instead of the host name; by default where S3_ENDPOINT is set. */
  S3_PATH_STYLE: z.stringbool().optional(),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings of this process, read once.
 * @throws Error that names every missing or wrong variable.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable: ${problems.join("; ")}`);
  }
  parsed = result.data;
  return parsed;
}
