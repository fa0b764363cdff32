"use client";

import { Camera, CameraOff, Flashlight } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { makeCodeReader } from "./code-reader";
import { ThumbBar } from "./thumb-bar";

const LOOK_EVERY_MS = 120;
/** A code that stays in the picture is not told again before this. */
const SAME_AGAIN_MS = 3_000;

/** Why the camera does not start. */
export type CameraFault = "denied" | "none" | "insecure";

const FAULTS: Record<CameraFault, string> = {
  denied: "The camera is not allowed. Allow it in the browser’s settings for this page, or type the number.",
  none: "There is no camera that can be used. Type the number instead.",
  insecure: "The camera works over https only. Type the number instead.",
};

/** The camera, which tells of each code that it sees. It starts when asked, so that nobody is surprised. */
export function Scanner({
  paused,
  fault,
  onFault,
  onCode,
}: {
  paused: boolean;
  /** Shown until it is null again. */
  fault: CameraFault | null;
  onFault: (fault: CameraFault | null) => void;
  onCode: (text: string) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [lit, setLit] = useState(false);
  const track = stream?.getVideoTracks()[0];
  const hasTorch = track !== undefined && "torch" in track.getCapabilities();

  const stop = useCallback(() => {
    setStream((current) => {
      for (const each of current?.getTracks() ?? []) each.stop();
      return null;
    });
    setLit(false);
  }, []);

  async function start() {
    onFault(null);
    if (navigator.mediaDevices === undefined) {
      onFault("insecure");
      return;
    }
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }));
    } catch (error) {
      onFault(error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "none");
    }
  }

  useEffect(() => stop, [stop]);

  useEffect(() => {
    const shown = video.current;
    if (stream === null || shown === null) return;
    shown.srcObject = stream;
    let last = { text: "", at: 0 };
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const reading = makeCodeReader();
    async function look() {
      const read = await reading;
      const text = paused || shown === null ? null : await read(shown);
      if (over) return;
      const now = performance.now();
      if (text !== null && (text !== last.text || now - last.at > SAME_AGAIN_MS)) {
        navigator.vibrate?.(40);
        onCode(text);
      }
      if (text !== null) last = { text, at: now };
      timer = setTimeout(look, LOOK_EVERY_MS);
    }
    timer = setTimeout(look, LOOK_EVERY_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [stream, paused, onCode]);

  async function toggleTorch() {
    const next = !lit;
    await track?.applyConstraints({ advanced: [{ torch: next } as MediaTrackConstraintSet] });
    setLit(next);
  }

  if (stream === null) {
    return (
      <ThumbBar>
        {fault && <Notice tone="warn">{FAULTS[fault]}</Notice>}
        <Button variant="primary" size="lg" className="h-14 w-full justify-center text-md" onClick={start}>
          <Camera aria-hidden="true" />
          Scan with the camera
        </Button>
      </ThumbBar>
    );
  }
  return (
    <div className="relative aspect-square max-h-[52dvh] w-full overflow-hidden rounded-xl bg-sunken">
      <video ref={video} autoPlay playsInline muted className="size-full object-cover" />
      <span
        aria-hidden="true"
        className="absolute inset-[18%] rounded-lg border-2 border-white/90 shadow-[0_0_0_100vmax_rgb(0_0_0/0.35)]"
      />
      <div className="absolute inset-x-0 bottom-0 flex justify-between p-2">
        <IconButton
          size="lg"
          label="Turn the camera off"
          icon={<CameraOff />}
          onClick={stop}
          className="bg-surface"
        />
        {hasTorch && (
          <IconButton
            size="lg"
            label={lit ? "Turn the light off" : "Turn the light on"}
            icon={<Flashlight />}
            onClick={toggleTorch}
            className="bg-surface"
          />
        )}
      </div>
    </div>
  );
}
