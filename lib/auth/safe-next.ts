const HERE = "http://tessera.invalid";

/**
 * Where to go after sign-in: the path that was asked for when it lies on this site, else the fallback.
 * Texts that a browser would read as another site (`//host`, `/\host`, with tabs in between) are refused
 * by resolving them as a browser does.
 */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next?.startsWith("/")) return fallback;
  if (!URL.canParse(next, HERE)) return fallback;
  const url = new URL(next, HERE);
  if (url.origin !== HERE) return fallback;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // A pathname such as `/.//host` resolves to one that starts with two slashes.
  return path.startsWith("//") ? fallback : path;
}
