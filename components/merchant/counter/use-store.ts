"use client";

import { useEffect, useState } from "react";

/** The store that this device stands in, remembered on it for each program. */
export function useStore(program: string): [store: string, change: (store: string) => void] {
  const key = `counter-store ${program}`;
  const [store, setStore] = useState("");
  useEffect(() => setStore(localStorage.getItem(key) ?? ""), [key]);
  return [
    store,
    (next) => {
      setStore(next);
      localStorage.setItem(key, next);
    },
  ];
}
