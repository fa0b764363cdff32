import { AppError } from "@/lib/core/errors";

/** A write that carries a session cookie but does not come from our own pages. */
export class CrossOrigin extends AppError {
  constructor() {
    super({
      code: "cross_origin",
      status: 403,
      message: "a cookie-authenticated write came from another origin",
      publicMessage: "Requests with a session must come from the pages of this site.",
    });
  }
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Cookies travel with requests that other sites cause, so a cookie authenticates a write only together with
 * the browser's word that our own page made it. Browsers send `Origin` with every such request.
 * @throws CrossOrigin
 */
export function requireSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const originHost = origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
  const host =
    request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  if (originHost === null || originHost !== host) throw new CrossOrigin();
}
