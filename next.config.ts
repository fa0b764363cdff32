import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const development = process.env.NODE_ENV === "development";

/** Scripts and styles inline: Next.js streams its data in inline scripts, and pages stay cacheable without nonces. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A second build or dev server of the same folder needs a place of its own.
  distDir: process.env.TESSERA_DIST_DIR ?? ".next",
  // Native or process-bound packages stay outside the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pino",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@redis/client",
    "@aws-sdk/client-s3",
    "nodemailer",
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=()" },
        // Browsers heed this over HTTPS only, so that plain http://localhost keeps working.
        { key: "Strict-Transport-Security", value: "max-age=31536000" },
      ],
    },
  ],
};

const withMessages = createNextIntlPlugin("./lib/i18n/request.ts");

export default withMessages(config);
