"use client";

import { CircleAlert, ImagePlus, Trash2 } from "lucide-react";
import { type DragEvent, useEffect, useId, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Picture } from "@/components/ui/picture";
import { TileProgress } from "@/components/ui/tile-progress";
import type { ImageDto } from "@/lib/images/schema";
import { sendImage } from "./send-image";

type Sending = { preview: string; share: number };

/** Drag, choose, see, replace or remove a picture. It is uploaded at once; the form keeps the id of what came of it. */
export function ImageField({
  label,
  hint = "PNG, JPEG, WebP or AVIF, at most 10 MB.",
  program,
  value,
  onChange,
  onSend,
  shape = "wide",
  readOnly = false,
}: {
  label: string;
  hint?: string;
  /** Slug of the program that it belongs to. */
  program: string;
  value: ImageDto | null;
  onChange: (image: ImageDto | null) => void;
  /** Told of each upload, whose promise says whether it came: for forms that must not be sent before it has. */
  onSend?: (arrival: Promise<boolean>) => void;
  /** Room of the preview: a wide picture, a card, or a square one such as a logo. */
  shape?: "wide" | "card" | "square";
  readOnly?: boolean;
}) {
  const id = useId();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  function send(file: File) {
    const arrival = upload(file);
    onSend?.(arrival);
  }

  async function upload(file: File): Promise<boolean> {
    const controller = new AbortController();
    const preview = URL.createObjectURL(file);
    running.current = controller;
    setFailure(null);
    setSending({ preview, share: 0 });
    try {
      const onProgress = (share: number) => setSending({ preview, share });
      onChange(await sendImage({ file, program, onProgress, signal: controller.signal }));
      return true;
    } catch (error) {
      if (!controller.signal.aborted)
        setFailure(error instanceof Error ? error.message : "The upload failed.");
      return false;
    } finally {
      URL.revokeObjectURL(preview);
      setSending(null);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && sending === null && !readOnly) send(file);
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" aria-describedby={`${id}-note`}>
      <legend className="mb-1.5 font-medium text-ink text-sm">{label}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(!readOnly);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={classNames(
          "flex flex-wrap items-center gap-4 rounded-lg border border-line-strong border-dashed bg-surface p-3 transition-colors duration-120",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        <Frame shape={shape} sending={sending} value={value} label={label} />
        {sending === null ? (
          !readOnly && (
            <Choices label={label} has={value !== null} onFile={send} onRemove={() => onChange(null)} />
          )
        ) : (
          <div className="min-w-40 flex-1">
            <p className="mb-2 text-ink-2 text-sm" aria-live="polite">
              {sending.share < 1
                ? `${Math.floor(sending.share * 100)} % sent`
                : "Drawing it in several sizes"}
            </p>
            <TileProgress value={Math.floor(sending.share * 100)} max={100} label={`Sending ${label}`} />
            <Button size="sm" className="mt-3" onClick={() => running.current?.abort()}>
              Stop
            </Button>
          </div>
        )}
      </div>
      <p id={`${id}-note`} className={failure === null && !readOnly ? "text-ink-3 text-xs" : "sr-only"}>
        {hint}
      </p>
      {failure !== null && (
        <p role="alert" className="flex items-start gap-1.5 text-bad-ink text-xs">
          <CircleAlert className="mt-px size-3.5" aria-hidden="true" />
          <span>{failure}</span>
        </p>
      )}
    </fieldset>
  );
}

const SHAPES = {
  wide: "aspect-[4/3] w-36",
  card: "aspect-[1.72] w-44",
  square: "aspect-square w-20",
} as const;

function Frame({
  shape,
  sending,
  value,
  label,
}: {
  shape: keyof typeof SHAPES;
  sending: Sending | null;
  value: ImageDto | null;
  label: string;
}) {
  const fit = shape === "square" ? "object-contain" : "object-cover";
  return (
    <div
      className={classNames(
        "flex shrink-0 items-center justify-center overflow-hidden rounded-md border bg-sunken text-ink-3",
        SHAPES[shape],
      )}
    >
      {sending !== null ? (
        // biome-ignore lint/performance/noImgElement: it is not uploaded yet
        <img src={sending.preview} alt="" className={classNames("size-full opacity-60", fit)} />
      ) : value !== null ? (
        <Picture
          image={value}
          alt={`${label}, as it is now`}
          sizes="12rem"
          className={classNames("size-full", fit)}
        />
      ) : (
        <ImagePlus className="size-6" aria-hidden="true" />
      )}
    </div>
  );
}

function Choices({
  label,
  has,
  onFile,
  onRemove,
}: {
  label: string;
  has: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}) {
  return (
    <div className="flex flex-1 flex-wrap gap-2">
      <label
        className={classNames(
          buttonClass({ size: "sm" }),
          "cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
        )}
      >
        {has ? "Replace" : "Choose an image"}
        <input
          type="file"
          aria-label={has ? `Replace ${label}` : `Choose ${label}`}
          accept="image/png,image/jpeg,image/webp,image/avif"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file again is a choice as well.
            event.target.value = "";
            if (file) onFile(file);
          }}
        />
      </label>
      {has && (
        <Button size="sm" variant="ghost" aria-label={`Remove ${label}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          Remove
        </Button>
      )}
    </div>
  );
}
