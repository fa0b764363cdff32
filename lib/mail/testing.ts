import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";

export type ReceivedMail = { from: string; to: string; source: string };

/** A mail server as far as the product needs one: it takes what it is sent, and refuses where it is told to. */
export class FakeSmtp {
  readonly received: ReceivedMail[] = [];
  /** What it says to each recipient instead of taking them, such as `550 no such user`. */
  refusal: string | null = null;
  readonly #server: Server = createServer((socket) => this.#serve(socket));
  readonly #open = new Set<Socket>();

  /** @returns the address to connect to */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    let unread = "";
    let from = "";
    let to = "";
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 fake");
    socket.on("data", (chunk: Buffer) => {
      unread += chunk.toString();
      for (;;) {
        const ending = inData ? "\r\n.\r\n" : "\r\n";
        const end = unread.indexOf(ending);
        if (end < 0) return;
        const taken = unread.slice(0, end);
        unread = unread.slice(end + ending.length);
        if (inData) {
          inData = false;
          this.received.push({ from, to, source: taken });
          say("250 taken");
        } else if (/^DATA/i.test(taken)) {
          inData = true;
          say("354 go on");
        } else if (/^RCPT TO/i.test(taken)) {
          to = taken;
          say(this.refusal ?? "250 fine");
        } else if (/^QUIT/i.test(taken)) {
          say("221 bye");
          socket.end();
        } else {
          if (/^MAIL FROM/i.test(taken)) from = taken;
          say("250 fine");
        }
      }
    });
  }
}
