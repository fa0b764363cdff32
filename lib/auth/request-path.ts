/** Path and query of the page being rendered, which Next.js does not tell server components; set by proxy.ts. */
export const REQUEST_PATH_HEADER = "tessera-request-path";
