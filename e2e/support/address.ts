/** Where the journeys' own server listens: beside a product that runs on the usual port. */
export const E2E_PORT = Number(process.env.E2E_PORT ?? 3197);
export const E2E_ADDRESS = `http://localhost:${E2E_PORT}`;

/** The folder of that server's data, with the demo's sign-ins in it. */
export const E2E_DATA_DIR = process.env.E2E_DATA_DIR ?? "data/e2e";
