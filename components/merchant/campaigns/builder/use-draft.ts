"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CampaignDefinition, campaignDefinition } from "@/lib/campaigns/schema";
import { fieldErrors } from "@/lib/core/schema";
import type { SaveCampaign } from "../server-actions";

/** After the last change, how long to wait before saving. */
const PAUSE_MS = 500;
/** Changes that follow one another this fast are undone together: a word, not each letter of it. */
const STEP_MS = 900;
const MAX_STEPS = 100;
const RETRY_MS = 4_000;
/** Refusals that trying again does not change. */
const FINAL = new Set(["campaign_changed", "campaign_state", "in_review", "forbidden"]);

export type Problem = { pointer: string; detail: string };

export type SaveState =
  | { kind: "saved" }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Tried again by itself. */
  | { kind: "failed"; message: string }
  /** Not tried again: somebody else's version must be read first. */
  | { kind: "refused"; message: string };

type Stored = { version: number; savedAt: string };

export type DraftState = Stored & {
  definition: CampaignDefinition;
  change: (next: CampaignDefinition) => void;
  /** What comes next is a step of its own for undoing. */
  beginStep: () => void;
  undo: () => void;
  redo: () => void;
  /** Something that the last change took out, and `undo` brings back; null after any other change. */
  removed: string | null;
  announceRemoval: (what: string) => void;
  dismissRemoval: () => void;
  problems: Problem[];
  save: SaveState;
  retry: () => void;
  /** Saves what is not saved yet. @throws Error with a sentence when that fails */
  flush: () => Promise<Stored>;
};

/**
 * A campaign while somebody edits it: changes show at once and are saved a moment later, one save at a time, each
 * on top of the one before.
 */
export function useDraft(
  target: { program: string; id: string },
  initial: Stored & { definition: CampaignDefinition },
  saveCampaign: SaveCampaign,
): DraftState {
  const { program, id } = target;
  const [definition, setDefinition] = useState(initial.definition);
  const [stored, setStored] = useState<Stored>({ version: initial.version, savedAt: initial.savedAt });
  const [save, setSave] = useState<SaveState>({ kind: "saved" });
  // What the running save and its successors build on: always the newest, whatever has been rendered.
  const latest = useRef({
    definition: initial.definition,
    saved: initial.definition,
    stored,
    refused: false,
  });
  const running = useRef<Promise<void> | null>(null);
  const steps = useRef<{ past: CampaignDefinition[]; future: CampaignDefinition[]; changedAt: number }>({
    past: [],
    future: [],
    changedAt: 0,
  });
  const [removed, setRemoved] = useState<string | null>(null);

  const saveOnce = useCallback(async () => {
    const state = latest.current;
    const sent = state.definition;
    setSave({ kind: "saving" });
    const result = await saveCampaign({ program, id, ...state.stored, definition: sent }).catch(() => null);
    if (result?.ok) {
      state.stored = result.data;
      state.saved = sent;
      setStored(result.data);
      setSave({ kind: state.definition === sent ? "saved" : "waiting" });
      return;
    }
    const message = result?.error.message ?? "The server could not be reached.";
    const code = result?.error.code;
    const isFinal = code !== undefined && FINAL.has(code);
    state.refused = isFinal;
    setSave({ kind: isFinal ? "refused" : "failed", message });
    throw new Error(message);
  }, [program, id, saveCampaign]);

  const flush = useCallback(async () => {
    const state = latest.current;
    while (state.saved !== state.definition) {
      running.current ??= saveOnce().finally(() => {
        running.current = null;
      });
      await running.current;
    }
    return state.stored;
  }, [saveOnce]);

  // The sentence of a failure is on screen already.
  const retry = useCallback(() => void flush().catch(() => undefined), [flush]);

  const show = useCallback((next: CampaignDefinition) => {
    latest.current.definition = next;
    setDefinition(next);
    setRemoved(null);
    if (!latest.current.refused) setSave({ kind: "waiting" });
  }, []);

  const change = useCallback(
    (next: CampaignDefinition) => {
      const { past, changedAt } = steps.current;
      const now = Date.now();
      if (now - changedAt > STEP_MS) past.push(latest.current.definition);
      if (past.length > MAX_STEPS) past.shift();
      steps.current.changedAt = now;
      steps.current.future = [];
      show(next);
    },
    [show],
  );

  const beginStep = useCallback(() => {
    steps.current.changedAt = 0;
  }, []);

  const undo = useCallback(() => {
    const before = steps.current.past.pop();
    if (before === undefined) return;
    steps.current.future.push(latest.current.definition);
    steps.current.changedAt = 0;
    show(before);
  }, [show]);

  const redo = useCallback(() => {
    const after = steps.current.future.pop();
    if (after === undefined) return;
    steps.current.past.push(latest.current.definition);
    steps.current.changedAt = 0;
    show(after);
  }, [show]);

  const announceRemoval = useCallback((what: string) => {
    steps.current.changedAt = 0;
    setRemoved(what);
  }, []);
  const dismissRemoval = useCallback(() => setRemoved(null), []);

  useEffect(() => {
    if (save.kind !== "waiting" && save.kind !== "failed") return;
    // `definition` is named so that every keystroke starts the pause again.
    void definition;
    const timer = setTimeout(retry, save.kind === "failed" ? RETRY_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [save.kind, definition, retry]);

  useEffect(() => {
    if (save.kind === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [save.kind]);

  // Whoever leaves for another page of the portal has not given up what was typed last.
  useEffect(() => retry, [retry]);

  const problems = useMemo(() => {
    const parsed = campaignDefinition.safeParse(definition);
    return parsed.success ? [] : fieldErrors(parsed.error);
  }, [definition]);

  return {
    ...stored,
    definition,
    change,
    beginStep,
    undo,
    redo,
    removed,
    announceRemoval,
    dismissRemoval,
    problems,
    save,
    retry,
    flush,
  };
}
