"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/dropdown-menu";
import { useTheme } from "@/components/ui/use-theme";

/** Who is signed in, the theme, and the way out. */
export function UserMenu({
  name,
  email,
  role,
  side = "top",
}: {
  name: string;
  email: string;
  role: string;
  /** Where the menu opens. */
  side?: "top" | "bottom";
}) {
  const [theme, setTheme] = useTheme();
  const signOut = useRef<HTMLFormElement>(null);
  return (
    <>
      <form ref={signOut} method="post" action="/api/auth/sign-out" hidden />
      <Menu
        align={side === "top" ? "start" : "end"}
        side={side}
        className="w-60"
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-start hover:bg-hover touch:min-h-11"
          >
            <Avatar name={name} size={28} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold text-sm">{name}</span>
              <span className="block text-ink-3 text-xs capitalize">{role}</span>
            </span>
          </button>
        }
      >
        <MenuLabel>{email}</MenuLabel>
        <MenuSeparator />
        <MenuChoices
          label="Theme"
          value={theme}
          onChange={setTheme}
          choices={[
            { value: "system", label: "System", icon: <Monitor aria-hidden="true" /> },
            { value: "light", label: "Light", icon: <Sun aria-hidden="true" /> },
            { value: "dark", label: "Dark", icon: <Moon aria-hidden="true" /> },
          ]}
        />
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => signOut.current?.requestSubmit()}>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
