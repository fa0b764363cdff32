"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { RewardDto } from "@/lib/rewards/schema";
import type { SaveReward } from "../server-actions";
import { Arrivals } from "./arrivals";
import { changesBetween, type Editable, editableOf, type Problem, problemsOf } from "./editable";

/** After the last change of a draft, how long to wait before it is saved. */
const PAUSE_MS = 700;
const PICTURE_MISSING = "The picture did not arrive. Choose it again, or go on without it.";

export type SaveState =
  | { kind: "saved" }
  | { kind: "changed" }
  | { kind: "saving" }
  | { kind: "refused"; message: string };

export type EditedReward = {
  reward: RewardDto;
  edited: Editable;
  change: (change: Partial<Editable>) => void;
  /** By JSON pointer; what the server found is kept until that field is changed. */
  problems: readonly Problem[];
  save: SaveState;
  /** Says that a picture is being sent: nothing is saved, sent on or published before it has come. */
  expectPicture: (arrival: Promise<boolean>) => void;
  /** Saves what is not saved yet. @returns false where that is refused, or a picture did not come */
  flush: () => Promise<boolean>;
  discard: () => void;
  /** Takes over what the server made of the reward, such as its new state. */
  adopt: (reward: RewardDto) => void;
  /** Shows what the server found, for example when it was to be published. */
  show: (problems: readonly Problem[]) => void;
};

/**
 * A reward while somebody edits it. A draft saves itself a moment after each change that makes sense; what members see
 * is changed when somebody says so.
 */
export function useReward(program: string, initial: RewardDto, saveReward: SaveReward): EditedReward {
  const [reward, setReward] = useState(initial);
  const [edited, setEdited] = useState(() => editableOf(initial));
  const [save, setSave] = useState<SaveState>({ kind: "saved" });
  const [found, setFound] = useState<readonly Problem[]>([]);
  const latest = useRef({ edited, saved: edited });
  const running = useRef<Promise<boolean> | null>(null);
  const [pictures] = useState(() => new Arrivals());
  const here = useMemo(() => problemsOf(edited), [edited]);

  const adopt = useCallback((next: RewardDto) => {
    setReward(next);
    latest.current.saved = editableOf(next);
  }, []);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current.edited;
    const change = changesBetween(latest.current.saved, sent);
    if (Object.keys(change).length === 0) {
      setSave({ kind: "saved" });
      return true;
    }
    setSave({ kind: "saving" });
    const result = await saveReward({ program, id: reward.id, change }).catch(() => null);
    if (result?.ok) {
      setReward(result.data);
      latest.current.saved = sent;
      setFound([]);
      setSave({ kind: latest.current.edited === sent ? "saved" : "changed" });
      return true;
    }
    setFound(
      (result?.error.fields ?? []).map(({ pointer, detail }) => ({
        pointer: pointer.replace("/change", ""),
        detail,
      })),
    );
    setSave({ kind: "refused", message: result?.error.message ?? "The server could not be reached." });
    return false;
  }, [program, reward.id, saveReward]);

  const flush = useCallback(async (): Promise<boolean> => {
    if (!(await pictures.settled())) {
      setSave({ kind: "refused", message: PICTURE_MISSING });
      return false;
    }
    // One save at a time, each on top of the one before.
    while (running.current !== null) await running.current;
    running.current = saveOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveOnce, pictures]);

  const expectPicture = useCallback(
    (arrival: Promise<boolean>) => {
      pictures.expect(arrival);
      setSave({ kind: "changed" });
      void arrival.then((came) => {
        if (came) return;
        // What did not come changed nothing.
        const { saved, edited } = latest.current;
        if (Object.keys(changesBetween(saved, edited)).length > 0) return;
        setSave((now) => (now.kind === "changed" ? { kind: "saved" } : now));
      });
    },
    [pictures],
  );

  const change = useCallback((next: Partial<Editable>) => {
    latest.current.edited = { ...latest.current.edited, ...next };
    setEdited(latest.current.edited);
    setSave({ kind: "changed" });
    const touched = Object.keys(next).map((key) => (key === "image" ? "/imageId" : `/${key}`));
    setFound((known) => known.filter(({ pointer }) => !touched.some((field) => pointer.startsWith(field))));
  }, []);

  const discard = useCallback(() => {
    latest.current.edited = latest.current.saved;
    setEdited(latest.current.saved);
    setFound([]);
    setSave({ kind: "saved" });
  }, []);

  const isDraft = reward.state === "draft";
  useEffect(() => {
    if (!isDraft || save.kind !== "changed" || here.length > 0) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isDraft, save.kind, here, flush]);

  // What is not saved would be lost with the page.
  useEffect(() => {
    if (save.kind === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [save.kind]);

  const problems = useMemo(() => [...here, ...found], [here, found]);
  return { reward, edited, change, problems, save, expectPicture, flush, discard, adopt, show: setFound };
}
