import { classNames } from "./class-names";
import { CopyButton } from "./copy-button";

/** Code or JSON as it is, scrollable, with a copy button. `value` may be any JSON value or text. */
export function CodeBlock({
  value,
  label,
  className,
}: {
  value: unknown;
  /** What it is, for assistive technology: "Payload". */
  label: string;
  className?: string;
}) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <div className={classNames("relative min-w-0 rounded-md border bg-sunken", className)}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long code scrolls from the keyboard
        tabIndex={0}
        className="max-h-[28rem] overflow-auto p-3.5 pe-12"
      >
        <pre className="font-mono text-ink-2 text-xs leading-relaxed">{text}</pre>
      </section>
      <CopyButton
        value={text}
        label={`Copy ${label.toLowerCase()}`}
        className="absolute end-1.5 top-1.5 bg-sunken"
      />
    </div>
  );
}

/** An id, time or code within a sentence. */
export function Mono({ className, children }: { className?: string; children: React.ReactNode }) {
  return <code className={classNames("break-all font-mono text-[0.93em]", className)}>{children}</code>;
}
