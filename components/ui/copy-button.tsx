"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { useInterfaceWords } from "./interface-words";

/** Copies `value`; shows and announces that it did. With `children` it is a labelled button, else an icon. */
export function CopyButton({
  value,
  label,
  children,
  className,
}: {
  value: string;
  label?: string;
  children?: string;
  className?: string;
}) {
  const words = useInterfaceWords();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  const icon = copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />;
  return (
    <>
      {children ? (
        <Button className={className} onClick={copy}>
          {icon}
          {copied ? words.copied : children}
        </Button>
      ) : (
        <IconButton size="sm" label={label ?? words.copy} icon={icon} className={className} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </>
  );
}
