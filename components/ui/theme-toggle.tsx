"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { Segmented } from "./segmented";
import { useTheme } from "./use-theme";

/** System, light or dark. */
export function ThemeToggle({ className }: { className?: string }) {
  const [theme, setTheme] = useTheme();
  return (
    <Segmented
      label="Theme"
      value={theme}
      onChange={setTheme}
      className={className}
      options={[
        { value: "system", label: <Monitor aria-hidden="true" />, ariaLabel: "System" },
        { value: "light", label: <Sun aria-hidden="true" />, ariaLabel: "Light" },
        { value: "dark", label: <Moon aria-hidden="true" />, ariaLabel: "Dark" },
      ]}
    />
  );
}
