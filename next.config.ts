import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { compressChunks } from "./scripts/support/compress-chunks";

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

/** Browsers that read Brotli are given the files that the build compressed (scripts/support/compress-chunks.ts). */
const readsBrotli = [{ type: "header" as const, key: "accept-encoding", value: "(?:.*[, ])?br(?:[,; ].*)?" }];
const COMPRESSED = { js: "application/javascript; charset=UTF-8", css: "text/css; charset=UTF-8" };
const chunks = (ending: string) => `/_next/static/chunks/:file(.+\\.${ending})`;

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
  compiler: {
    runAfterProductionCompile: ({ distDir }) => compressChunks(distDir),
  },
  rewrites: async () => ({
    beforeFiles: development
      ? []
      : Object.keys(COMPRESSED).map((ending) => ({
          source: chunks(ending),
          has: readsBrotli,
          destination: "/_next/static/chunks/:file.br",
        })),
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    ...Object.entries(development ? {} : COMPRESSED).map(([ending, type]) => ({
      source: chunks(ending),
      has: readsBrotli,
      headers: [
        { key: "Content-Encoding", value: "br" },
        { key: "Content-Type", value: type },
        { key: "Vary", value: "Accept-Encoding" },
      ],
    })),
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
