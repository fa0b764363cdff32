"use client";

import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";

/** Whether the question before a launch is on screen. */
export type Asking = { isOpen: boolean; setOpen: (isOpen: boolean) => void };

/** @param atFirst somebody comes to answer it: the address says so until it is closed */
export function useAsking(atFirst: boolean): Asking {
  const [isOpen, setIsOpen] = useState(atFirst);
  const router = useRouter();
  const pathname = usePathname();
  return {
    isOpen,
    setOpen: (next) => {
      setIsOpen(next);
      if (atFirst && !next) router.replace(pathname, { scroll: false });
    },
  };
}
