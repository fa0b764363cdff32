import type { Connection, Submittable } from "pg";

/**
 * One `COPY … FROM STDIN`, as the driver's queue of statements takes it. The data follows the statement at once: the
 * server reads it when it gets there, and passes over it when it refuses the statement, so nobody waits in between.
 */
export class CopyIn implements Submittable {
  readonly #text: string;
  readonly #data: Buffer;
  readonly #fulfil: () => void;
  readonly #reject: (error: unknown) => void;
  #failed = false;

  private constructor(text: string, data: Buffer, fulfil: () => void, reject: (error: unknown) => void) {
    this.#text = text;
    this.#data = data;
    this.#fulfil = fulfil;
    this.#reject = reject;
  }

  /**
   * @param submit hands the statement to a connection
   * @param data the rows, in the format that the statement names
   */
  static run(submit: (copy: CopyIn) => unknown, text: string, data: Buffer): Promise<void> {
    return new Promise((fulfil, reject) => {
      submit(new CopyIn(text, data, fulfil, reject));
    });
  }

  submit({ stream }: Connection): void {
    stream.cork();
    stream.write(message("Q", Buffer.from(`${this.#text}\0`)));
    stream.write(header("d", this.#data.length));
    stream.write(this.#data);
    stream.write(message("c", Buffer.alloc(0)));
    stream.uncork();
  }

  handleCopyInResponse(): void {
    // The data is on its way.
  }

  handleCommandComplete(): void {
    // Whether it stands is known when the server is ready again.
  }

  handleError(error: unknown): void {
    this.#failed = true;
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#fulfil();
  }
}

/** A message of the protocol: its kind, its length with itself, its content. */
function message(kind: string, content: Buffer): Buffer {
  return Buffer.concat([header(kind, content.length), content]);
}

function header(kind: string, length: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.write(kind, 0, "latin1");
  bytes.writeInt32BE(4 + length, 1);
  return bytes;
}
