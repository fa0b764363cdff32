import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folders that hold tests of their own. */
const HOMES = "{app,components,lib,prisma,scripts}";

const shared = {
  resolve: {
    alias: {
      "@": at("."),
      // The package's real entry refuses to load outside a server component.
      "server-only": at("./node_modules/server-only/empty.js"),
    },
  },
};

const env = {
  NEXTAUTH_SECRET: "test-secret-of-at-least-thirty-two-characters",
  NEXTAUTH_URL: "http://localhost:3000",
  WORKER_SECRET: "test-worker-secret-of-thirty-two-characters",
  LOG_LEVEL: "silent",
  TZ: "UTC",
};

export default defineConfig({
  test: {
    // The tests wait for their database as much as they reckon: two at a time even where there are two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          env,
          include: [`${HOMES}/**/*.test.{ts,tsx}`],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        ...shared,
        test: {
          name: "db",
          env,
          include: [`${HOMES}/**/*.db.test.ts`],
          globalSetup: [at("./lib/testing/start-database.ts")],
          setupFiles: [at("./lib/testing/clone-database.ts")],
          hookTimeout: 30_000,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
