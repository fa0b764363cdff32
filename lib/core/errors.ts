/** What is wrong with one field of a request; `pointer` is a JSON pointer (RFC 6901) into the body or query. */
export type FieldError = { pointer: string; code: string; detail: string };

type AppErrorOptions = {
  /** Stable machine-readable name. */
  code: string;
  /** HTTP status that the doors answer with. */
  status: number;
  /** For the operator's log; may name internals, never personal data. */
  message: string;
  /** For the person on the other side. */
  publicMessage: string;
  /** True when trying again later may succeed. */
  transient?: boolean;
  fields?: FieldError[];
  /** Figures that the caller can act on, beside the words. */
  extensions?: Readonly<Record<string, string | number>>;
  cause?: unknown;
};

/** A fault that the product knows and explains. Anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly publicMessage: string;
  readonly transient: boolean;
  readonly fields: FieldError[] | undefined;
  readonly extensions: Readonly<Record<string, string | number>> | undefined;

  constructor(options: AppErrorOptions) {
    super(options.message, { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.status = options.status;
    this.publicMessage = options.publicMessage;
    this.transient = options.transient ?? false;
    this.fields = options.fields;
    this.extensions = options.extensions;
  }
}

/** The thing does not exist, or the caller may not know that it does. */
export class NotFound extends AppError {
  constructor(kind: string) {
    super({
      code: "not_found",
      status: 404,
      message: `${kind} not found in the caller's program`,
      publicMessage: `There is no such ${kind}.`,
    });
  }
}

export class Unauthenticated extends AppError {
  constructor(publicMessage = "Sign in, or send a valid API key.") {
    super({ code: "unauthenticated", status: 401, message: publicMessage, publicMessage });
  }
}

export class Forbidden extends AppError {
  constructor(permission: string) {
    super({
      code: "forbidden",
      status: 403,
      message: `missing permission ${permission}`,
      publicMessage: `This needs the permission “${permission}”.`,
    });
  }
}

export class Invalid extends AppError {
  constructor(publicMessage: string, fields?: FieldError[]) {
    super({ code: "invalid", status: 422, message: publicMessage, publicMessage, fields });
  }
}

/** The request cannot even be read: broken JSON, broken UTF-8, wrong content type. */
export class Malformed extends AppError {
  constructor(publicMessage: string) {
    super({ code: "malformed", status: 400, message: publicMessage, publicMessage });
  }
}

export class Conflict extends AppError {
  constructor(code: string, publicMessage: string) {
    super({ code, status: 409, message: publicMessage, publicMessage });
  }
}

export class PayloadTooLarge extends AppError {
  constructor(maxBytes: number) {
    const publicMessage = `The body is larger than ${maxBytes.toLocaleString("en")} bytes.`;
    super({ code: "payload_too_large", status: 413, message: publicMessage, publicMessage });
  }
}

export class TooManyRequests extends AppError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super({
      code: "too_many_requests",
      status: 429,
      message: `rate limit; retry after ${retryAfterSeconds} s`,
      publicMessage: `Too many requests. Try again in ${retryAfterSeconds} s.`,
      transient: true,
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class Unavailable extends AppError {
  constructor(
    message: string,
    publicMessage = "The service is busy. Try again in a moment.",
    cause?: unknown,
  ) {
    super({ code: "unavailable", status: 503, message, publicMessage, transient: true, cause });
  }
}
