import "server-only";

export { cancelSimulation } from "./cancel-simulation";
export { createSimulation } from "./create-simulation";
export { deleteSimulation } from "./delete-simulation";
export { layoutOfFile, SIMULATION_FILES, simulationFileKey } from "./files";
export { findLatestFigures } from "./find-latest-figures";
export { failSimulation, finishSimulation } from "./finish-simulation";
export { listExamples, listSimulations, readReportNames, readSimulation } from "./queries";
export { purchaseKey } from "./replay/kept-events";
export type { Occasion, PastEntry, PastMember, PastMovement, ReturnEvent } from "./replay/past";
export type { Person } from "./replay/person";
export { Replay, type ReplaySpec } from "./replay/replay";
export { reportOf } from "./replay/report";
export type { ReportContext } from "./replay/report-context";
export { samplesIn } from "./replay/samples";
export type { ScenarioSpec } from "./replay/scenario";
export { OwnUses, type SharedUses } from "./replay/shared-uses";
export { addSummary, type ReplaySummary } from "./replay/summary";
export type * from "./schema";
export { findSimulation, requestOf } from "./simulation-row";
export {
  claimSimulation,
  failAbandoned,
  isAnySimulationWaiting,
  noteProgress,
  releaseSimulation,
  type SimulationKey,
  type SimulationLease,
} from "./sql";
export { sweepUploads } from "./sweep-uploads";
export { uploadSimulationFile } from "./upload-file";
