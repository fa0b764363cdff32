// Who may import whom. docs/architecture.md says why; lib/testing/import-rules.test.ts breaks each rule on purpose.

// TypeScript 7 has no JavaScript API, so swc reads the imports; dependency-cruiser does not tell it about JSX.
const swc = require("@swc/core");
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });

/** From the ground up: each may import those before it, never those after it. */
const KERNEL = ["core", "config", "i18n", "storage", "db", "cache", "auth", "audit", "outbox", "write"];

/** Each domain with the other domains that it may use, through their index. What needs more is a flow. */
const DOMAINS = {
  adjustments: ["members", "programs", "wallet"],
  analytics: ["programs"],
  "api-keys": ["programs"],
  benefits: ["campaigns", "members", "occasions", "programs", "segments"],
  "campaign-groups": ["campaigns", "programs"],
  campaigns: ["occasions", "programs"],
  consents: ["members", "programs"],
  "day-runs": ["programs"],
  devices: [],
  credits: ["events", "imports", "members", "programs"],
  "email-codes": ["mail", "members", "programs"],
  events: ["members", "occasions", "programs"],
  history: ["campaigns"],
  identity: ["mail", "members", "programs"],
  images: [],
  imports: ["members", "programs"],
  live: ["programs", "wallet"],
  mail: ["programs"],
  members: ["occasions", "programs"],
  occasions: [],
  privacy: ["members", "programs", "wallet"],
  push: ["members", "programs", "wallet", "webhooks"],
  "program-code": [
    "campaign-groups",
    "campaigns",
    "partners",
    "programs",
    "referrals",
    "rewards",
    "segments",
    "sponsors",
    "tiers",
  ],
  programs: ["images"],
  partners: ["identity", "programs"],
  payments: [],
  redemptions: ["benefits", "members", "payments", "programs", "rewards", "segments", "wallet"],
  referrals: ["events", "members", "occasions", "programs"],
  rewards: ["images", "imports", "mail", "members", "programs", "segments", "tiers"],
  segments: ["campaigns", "members", "occasions", "programs"],
  sponsors: ["campaigns", "programs"],
  simulations: ["campaigns", "events", "imports", "members", "programs", "wallet"],
  statements: ["members", "programs"],
  pools: ["events", "members", "programs", "transfers", "wallet"],
  transfers: ["events", "members", "programs", "wallet"],
  tiers: ["campaigns", "programs"],
  verifications: ["history", "redemptions", "wallet"],
  wallet: ["campaigns", "members", "occasions", "programs"],
  webhooks: [],
};

const TOP = ["flows", "api", "actions"];

const domainNames = Object.keys(DOMAINS);
const anyOf = (names) => `(${names.join("|")})`;
/** Tests, and what only tests use: lib/testing, and testing.ts and arbitraries.ts beside what they are about. */
const TEST_HELPERS = "(^lib/testing/|/(testing|arbitraries)\\.ts$)";
const TESTS = `(\\.test\\.tsx?$|${TEST_HELPERS}|^e2e/)`;

const kernelDirection = KERNEL.map((name, index) => ({
  name: `kernel-direction-${name}`,
  comment: `lib/${name} knows nothing of what is built on it.`,
  severity: "error",
  // The page-side session answers with the program that the page is about, the request's language with its club's.
  from: { path: `^lib/${name}/`, pathNot: `${TESTS}|^lib/(auth/session|i18n/request)\\.ts$` },
  to: {
    path: [
      `^lib/${anyOf([...KERNEL.slice(index + 1), ...domainNames, ...TOP])}/`,
      "^(app|components|scripts)/",
    ],
  },
}));

const domainNeighbours = domainNames.map((name) => ({
  name: `domain-neighbours-${name}`,
  comment: `lib/${name} uses other domains only as listed in DOMAINS; anything that spans more is a flow.`,
  severity: "error",
  from: { path: `^lib/${name}/`, pathNot: TESTS },
  to: { path: `^lib/${anyOf(domainNames)}/`, pathNot: `^lib/${anyOf([name, ...DOMAINS[name]])}/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...kernelDirection,
    ...domainNeighbours,
    {
      name: "domains-below-flows",
      comment: "A domain knows no use case, no door and no page.",
      severity: "error",
      from: { path: `^lib/${anyOf(domainNames)}/`, pathNot: TESTS },
      to: { path: [`^lib/${anyOf(TOP)}/`, "^(app|components|scripts)/"] },
    },
    {
      name: "flows-below-doors",
      comment: "A use case does not know through which door it was called.",
      severity: "error",
      from: { path: "^lib/flows/", pathNot: TESTS },
      to: { path: ["^lib/(api|actions)/", "^(app|components|scripts)/"] },
    },
    {
      name: "doors-below-app",
      comment: "The app is built on the doors, not the other way round.",
      severity: "error",
      from: { path: "^lib/(api|actions)/", pathNot: TESTS },
      to: { path: "^(app|components|scripts)/" },
    },
    {
      name: "domains-through-index",
      comment:
        "A domain is used through its index.ts; the browser uses schema.ts, and engine.ts where rules run in it.",
      severity: "error",
      from: { path: "^(?:lib/([^/]+)|app|components|scripts|prisma)/", pathNot: TESTS },
      to: { path: `^lib/${anyOf(domainNames)}/(?!(index|schema|engine)\\.ts$)`, pathNot: "^lib/$1/" },
    },
    {
      name: "flows-through-index",
      comment: "A flow is used through its index.ts; the browser uses schema.ts.",
      severity: "error",
      from: { path: "^(?:lib/([^/]+)|app|components|scripts|prisma)/", pathNot: `${TESTS}|^lib/flows/` },
      to: { path: "^lib/flows/[^/]+/(?!(index|schema)\\.ts$)" },
    },
    {
      name: "components-stay-in-the-browser",
      comment:
        "Components use the core, languages, a domain's or flow's schema.ts, engine.ts, permissions, results of actions.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: "^(lib|app|scripts)/",
        pathNot:
          "^lib/(core/|i18n/(locales|names)\\.ts$|(flows/)?[^/]+/(schema|engine)\\.ts$|auth/(permissions|actor)\\.ts$|actions/index\\.ts$)",
      },
    },
    {
      name: "ui-knows-no-domain",
      comment: "Primitives in components/ui carry no domain knowledge.",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TESTS },
      to: { path: `^(lib/${anyOf([...domainNames, ...TOP])}|components/(?!ui/))` },
    },
    {
      name: "core-is-plain",
      comment: "The core runs anywhere: no framework, no database, no environment.",
      severity: "error",
      from: { path: "^lib/core/", pathNot: TESTS },
      to: { path: "node_modules/(next|next-auth|react|react-dom|pg|pino|@prisma)/" },
    },
    {
      name: "prisma-stays-in-db",
      comment:
        "Only lib/db speaks to Prisma and the driver; the rest takes them from lib/db. Enums are plain values.",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: `^lib/db/|${TESTS}` },
      to: {
        path: "(node_modules/(pg|@prisma)/|^lib/db/generated/)",
        pathNot: "^lib/db/generated/enums\\.ts$",
      },
    },
    {
      name: "tests-stay-in-tests",
      comment: "What ships does not import test helpers or test runners.",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: TESTS },
      to: {
        path: `(${TEST_HELPERS}|node_modules/(vitest|fast-check|@playwright|playwright|oidc-provider)/)`,
      },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: { pathNot: "^lib/db/generated/" },
      to: { circular: true },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^lib/db/generated/" },
    exclude: { path: "^\\.next" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
    webpackConfig: { fileName: `${__dirname}/scripts/support/import-aliases.cjs` },
  },
};
