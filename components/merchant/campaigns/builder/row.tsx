"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Problems } from "./problems";

/** One rule on its own line, with what is wrong with it and a way to take it out. */
export function Row({
  children,
  at,
  within,
  onRemove,
  removeLabel = "Remove",
  tools,
  nested = false,
}: {
  children: ReactNode;
  /** JSON pointer of the rule. */
  at?: string;
  within?: boolean;
  onRemove?: () => void;
  removeLabel?: string;
  tools?: ReactNode;
  nested?: boolean;
}) {
  return (
    <div className={classNames("rounded-md border bg-surface px-2.5 py-1.5", nested && "bg-sunken/50")}>
      <div className="flex items-start gap-2">
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1.5">{children}</div>
        {(tools || onRemove) && (
          <span className="flex in-disabled:hidden">
            {tools}
            {onRemove && <IconButton label={removeLabel} icon={<X />} onClick={onRemove} />}
          </span>
        )}
      </div>
      {at && <Problems at={at} within={within} />}
    </div>
  );
}
