import { z } from "zod";

const problem = z.object({
  title: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
});

/** An answer of the API that is not the one hoped for; `message` is the sentence for the person on screen. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;

  constructor(status: number, body: z.infer<typeof problem>) {
    super(body.title);
    this.name = "ApiError";
    this.status = status;
    this.code = body.code;
    this.requestId = body.requestId;
  }
}

/**
 * Reads from the API as the signed-in portal user, for use in React Query.
 * @param path with its query, from `/api/v1` on
 * @param program slug of the program that the request is about
 * @throws ApiError
 */
export async function readApi<T extends z.ZodType>(
  path: `/api/v1/${string}`,
  program: string,
  schema: T,
  signal?: AbortSignal,
): Promise<z.output<T>> {
  const response = await fetch(path, { headers: { "tessera-program": program }, signal });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const known = problem.safeParse(body);
    throw new ApiError(
      response.status,
      known.success
        ? known.data
        : { title: "The server gave no readable answer. Try again in a moment.", code: "unreadable" },
    );
  }
  return schema.parse(body);
}
