import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // A second build or dev server of the same folder needs a place of its own.
  distDir: process.env.TESSERA_DIST_DIR ?? ".next",
  // Native or process-bound packages stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default config;
