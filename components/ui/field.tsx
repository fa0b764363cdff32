"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";
import { classNames } from "./class-names";
import { useInterfaceWords } from "./interface-words";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<Wiring | null>(null);

/** What a control inside a Field puts on its element; empty outside of one. Own props win. */
export function useFieldProps(own: { id?: string; required?: boolean; "aria-describedby"?: string }) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    required: own.required ?? (field?.required || undefined),
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
  };
}

/**
 * Label, hint and error around one control (Input, Textarea, Select). The control inside picks up id,
 * description, invalid and required by itself.
 */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional = false,
  hideLabel = false,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what is wrong and what would be right. */
  error?: ReactNode;
  required?: boolean;
  /** Shows "optional" beside the label. */
  optional?: boolean;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const words = useInterfaceWords();
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint ? hintId : null, error ? errorId : null].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
        <label htmlFor={id} className={classNames("font-medium text-ink text-sm", hideLabel && "sr-only")}>
          {label}
          {optional && <span className="ms-1.5 font-normal text-ink-3">{words.optional}</span>}
        </label>
        {children}
        {hint && (
          <p id={hintId} className="text-ink-3 text-xs">
            {hint}
          </p>
        )}
        {error && (
          <p id={errorId} className="flex items-start gap-1.5 text-bad-ink text-xs">
            <CircleAlert className="mt-px size-3.5" aria-hidden="true" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** A titled group of controls (radio buttons, checkboxes) with one hint and one error. */
export function FieldSet({
  legend,
  hint,
  error,
  className,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset
      className={classNames("min-w-0", className)}
      aria-describedby={hint || error ? `${id}-note` : undefined}
    >
      <legend className="mb-1.5 font-medium text-ink text-sm">{legend}</legend>
      <div className="flex flex-col gap-2">{children}</div>
      {(hint || error) && (
        <p id={`${id}-note`} className={classNames("mt-1.5 text-xs", error ? "text-bad-ink" : "text-ink-3")}>
          {error ?? hint}
        </p>
      )}
    </fieldset>
  );
}
