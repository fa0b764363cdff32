import "server-only";

export { insertOccasions, type Occasion, queueOccasions } from "./queue-occasions";
