import { z } from "zod";
import { pageOf, pageQuery, typeId } from "@/lib/core/schema";
import {
  EXAMPLE_KINDS,
  simulationDetail,
  simulationDto,
  simulationExample,
  simulationFileDto,
  simulationInput,
} from "@/lib/simulations/schema";
import { contract } from "../contract";

const common = { tag: "Simulations", actors: ["apiKey", "user"] } as const;
const reads = { ...common, permission: "campaigns:read" } as const;
const writes = { ...common, permission: "campaigns:write" } as const;
const params = z.object({ id: typeId("sim") });

export const createSimulation = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/simulations",
  summary: "Try campaigns over history, a file or one basket",
  description:
    "Runs as a job: read it to see how far it is. It reads live data as of one moment, locks nothing and changes nothing. " +
    "One to five campaigns stand side by side, each beside the live campaigns (`on_top`), in their place (`instead`) or " +
    "with nothing else (`alone`). The definitions are kept as they are now.",
  body: simulationInput,
  response: simulationDto,
  status: 202,
  errors: { 404: "A campaign, a version or the file does not exist.", 422: "A draft cannot run yet." },
});

export const listSimulations = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/simulations",
  summary: "List simulations, the newest first",
  query: pageQuery,
  response: pageOf(simulationDto),
});

export const readSimulation = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/simulations/{id}",
  summary: "Read a simulation: its progress, and its report once it is done",
  description:
    "The report's first scenario is what the others are compared with. Points are whole, money is in minor units, days " +
    "are those of the program's time zone. A replay cannot show how members would have behaved under other rules.",
  params,
  response: simulationDetail,
});

export const listSimulationExamples = contract({
  ...reads,
  method: "GET",
  path: "/api/v1/simulations/{id}/examples",
  summary: "Read the events that a simulation keeps as examples, with each decision explained",
  params,
  query: z.object({
    kind: z.enum(EXAMPLE_KINDS).optional(),
    scenario: z.coerce.number().int().min(0).optional().meta({ description: "Place in the report." }),
  }),
  response: z.object({ items: z.array(simulationExample) }),
});

export const cancelSimulation = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/simulations/{id}/cancel",
  summary: "Cancel a simulation",
  params,
  response: simulationDto,
  errors: { 409: "The simulation has ended." },
});

export const deleteSimulation = contract({
  ...writes,
  method: "DELETE",
  path: "/api/v1/simulations/{id}",
  summary: "Delete a simulation with its report",
  params,
  response: z.object({ id: z.string() }),
  errors: { 409: "The simulation is under way." },
});

export const uploadSimulationFile = contract({
  ...writes,
  method: "POST",
  path: "/api/v1/simulations/files",
  summary: "Upload a file of events to simulate over",
  description:
    "Send the file itself as the body: events as `POST /api/v1/events` takes them, as JSON, one a line; or CSV with a " +
    "header line and one line for each product sold. Nothing of it becomes an event of the program.",
  query: z.object({
    fileName: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ["plan-2027.csv"] }),
  }),
  upload: {
    contentTypes: ["text/csv", "application/x-ndjson", "application/gzip", "application/octet-stream"],
    description: "The bytes of the file.",
  },
  response: simulationFileDto,
  status: 201,
  errors: { 422: "Neither CSV with a header line nor events as JSON." },
});

export const simulationContracts = [
  createSimulation,
  listSimulations,
  readSimulation,
  listSimulationExamples,
  cancelSimulation,
  deleteSimulation,
  uploadSimulationFile,
];
