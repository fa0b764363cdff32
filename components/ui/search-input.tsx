"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { CONTROL_CLASS } from "./input";

/**
 * A search box whose text lives in the URL (`?q=`): typing replaces the address after a short pause and drops
 * the page cursor. Works as a plain GET form before scripts run.
 */
export function SearchInput({
  label,
  placeholder,
  clearLabel = "Clear search",
  parameter = "q",
  className,
}: {
  label: string;
  placeholder?: string;
  /** What the button that empties it is called. */
  clearLabel?: string;
  parameter?: string;
  className?: string;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const current = useSearchParams();
  const inUrl = current.get(parameter) ?? "";
  const [text, setText] = useState(inUrl);
  const [searching, startSearch] = useTransition();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (text === inUrl) return;
    const timer = setTimeout(() => {
      const next = new URLSearchParams(current);
      next.delete("cursor");
      if (text.trim()) next.set(parameter, text);
      else next.delete(parameter);
      startSearch(() => router.replace(`${pathname}?${next}`, { scroll: false }));
    }, 200);
    return () => clearTimeout(timer);
  }, [text, inUrl, current, parameter, pathname, router]);

  return (
    <search className={classNames("relative min-w-0", className)}>
      <form action={pathname} onSubmit={(event) => event.preventDefault()}>
        <Search
          aria-hidden="true"
          className={classNames(
            "-translate-y-1/2 pointer-events-none absolute start-2.5 top-1/2 size-4 text-ink-3",
            searching && "animate-breathe",
          )}
        />
        <input
          ref={input}
          type="search"
          name={parameter}
          aria-label={label}
          placeholder={placeholder ?? label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          className={classNames(
            CONTROL_CLASS,
            "h-8 ps-8.5 pe-8 text-base touch:h-11 touch:pe-11 touch:text-[1rem]",
          )}
        />
        {text && (
          <IconButton
            size="sm"
            label={clearLabel}
            icon={<X />}
            className="absolute end-0.5 top-0.5 touch:end-0 touch:top-0 touch:size-11"
            onClick={() => {
              setText("");
              input.current?.focus();
            }}
          />
        )}
      </form>
    </search>
  );
}
