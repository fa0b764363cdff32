// A thread does not inherit that Node.js was taught TypeScript: it learns it here, before it loads the replay.
import { register } from "tsx/esm/api";

register();
await import("./replay-thread.ts");
