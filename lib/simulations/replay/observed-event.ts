import { type CompiledRuleSet, type EngineEvent, type EngineState, Facts } from "@/lib/campaigns/engine";

/** An event as the scenarios look at it, one after the other: in common while they see the same member in it. */
export class ObservedEvent {
  readonly event: EngineEvent;
  readonly #clock: CompiledRuleSet["clock"];
  #facts: Facts | null = null;

  /** @param clock of the workshop in which the rules of all scenarios were compiled */
  constructor(event: EngineEvent, clock: CompiledRuleSet["clock"]) {
    this.event = event;
    this.#clock = clock;
  }

  /** What somebody sees. What members have done is the same to all of them; who they are now may differ. */
  factsFor(state: EngineState): Facts {
    if (this.#facts === null || this.#facts.member !== state.member) {
      this.#facts = new Facts(this.event, state.member, this.#clock, state);
    }
    return this.#facts;
  }
}
