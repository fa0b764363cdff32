import "server-only";

export { insertOccasions, type Occasion, queueOccasions, readAwaited } from "./queue-occasions";
