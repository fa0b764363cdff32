"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useInterfaceWords } from "./interface-words";
import { Segmented } from "./segmented";
import { useTheme } from "./use-theme";

/** System, light or dark. */
export function ThemeToggle({ className }: { className?: string }) {
  const words = useInterfaceWords();
  const [theme, setTheme] = useTheme();
  return (
    <Segmented
      label={words.theme}
      value={theme}
      onChange={setTheme}
      className={className}
      options={[
        { value: "system", label: <Monitor aria-hidden="true" />, ariaLabel: words.systemTheme },
        { value: "light", label: <Sun aria-hidden="true" />, ariaLabel: words.lightTheme },
        { value: "dark", label: <Moon aria-hidden="true" />, ariaLabel: words.darkTheme },
      ]}
    />
  );
}
