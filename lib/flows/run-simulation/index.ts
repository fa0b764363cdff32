import "server-only";

export { keepSimulating } from "./keep-simulating";
export { runNextSimulation, type SimulationRun } from "./run-simulation";
