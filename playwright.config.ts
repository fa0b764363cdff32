import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { E2E_ADDRESS, E2E_DATA_DIR, E2E_PORT } from "./e2e/support/address";
import { DEBIAN_CHROMIUM } from "./scripts/support/browser";

/** Debian's browser where there is one; otherwise the one that Playwright installed. */
const executablePath = existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One production server and one database serve all journeys; each journey makes what it changes itself.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI === "true",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: E2E_ADDRESS,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node --import tsx --conditions=react-server e2e/support/serve.ts",
    url: `${E2E_ADDRESS}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: { PORT: String(E2E_PORT), TESSERA_DATA_DIR: E2E_DATA_DIR, LOG_LEVEL: "warn" },
    stdout: "pipe",
    // A running product serves as well: E2E_PORT=3000 E2E_DATA_DIR=data npx playwright test
    reuseExistingServer: process.env.E2E_PORT !== undefined,
  },
});
