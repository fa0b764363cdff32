import type { ReactNode } from "react";

/** What is pressed again and again: at the lower edge, where the thumb of the hand that holds the phone is. */
export function ThumbBar({ children }: { children: ReactNode }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 flex flex-col gap-3 border-t bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:sticky sm:border-0 sm:px-0">
      {children}
    </div>
  );
}
