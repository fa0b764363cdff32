import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { db, withTx } from "@/lib/db";
import { ctxFor, makeProgram, type TestProgram } from "@/lib/testing/fixtures";
import { eraseMailOf } from "./erase-mail";
import { listMails } from "./queries";
import { type NewMail, queueMail } from "./queue-mail";
import { MAIL_KEPT_DAYS, removeOldMail } from "./remove-old-mail";
import { retryMail } from "./retry-mail";
import { MAX_ATTEMPTS, sendMails } from "./send-mails";
import { FakeSmtp } from "./testing";
import { SmtpTransport } from "./transport";

const START = Date.parse("2026-11-22T09:00:00Z");
const DAY = 24 * 60 * 60_000;
let now = START;
const clock = { now: () => new Date(now) };
const server = new FakeSmtp();
let transport: SmtpTransport;
let program: TestProgram;

beforeAll(async () => {
  // Mails wait for a server only where there is one.
  process.env.SMTP_URL = await server.start();
  transport = new SmtpTransport(process.env.SMTP_URL, "club@example.com");
});
afterAll(async () => {
  await transport.close();
  await server.stop();
});
beforeEach(async () => {
  now = START;
  server.received.length = 0;
  server.refusal = null;
  await db().mail.deleteMany();
  program = await makeProgram({ name: "Bean & Crumb" }, clock);
});

const content = { subject: "Hello", heading: "Hello", paragraphs: ["It is here."] };
const queue = (mail: Partial<NewMail> = {}) =>
  withTx(program.ctx, (tx) =>
    queueMail(tx, program.ctx, {
      kind: "greeting",
      to: "amira@example.com",
      memberId: null,
      locale: "en",
      content,
      ...mail,
    }),
  );
const stored = async (mailId: string) =>
  db().mail.findUniqueOrThrow({ where: { programId_mailId: { programId: program.programId, mailId } } });
const admin = () => ctxFor(program, { role: "admin", clock });

describe("mails", () => {
  it("are sent once, in the program's name", async () => {
    const mailId = await queue();
    expect(await Promise.all([sendMails(clock, transport), sendMails(clock, transport)])).toEqual(
      expect.arrayContaining([1, 0]),
    );
    expect(await sendMails(clock, transport)).toBe(0);
    expect(server.received).toHaveLength(1);
    const [{ from, to, source } = { from: "", to: "", source: "" }] = server.received;
    expect([from, to]).toEqual([
      expect.stringContaining("<club@example.com>"),
      expect.stringContaining("<amira@example.com>"),
    ]);
    expect(source).toMatch(/^From: "?Bean & Crumb"? <club@example.com>/m);
    expect(source).toMatch(/^Message-ID: <mail_\w+@example.com>/m);
    expect(await stored(mailId)).toMatchObject({ state: "sent", attempts: 1, text: expect.any(String) });
  });

  it("are not sent when what they belong to does not happen", async () => {
    const failing = withTx(program.ctx, async (tx) => {
      await queueMail(tx, program.ctx, {
        kind: "x",
        to: "a@example.com",
        memberId: null,
        locale: "en",
        content,
      });
      throw new Error("not after all");
    });
    await expect(failing).rejects.toThrow("not after all");
    expect(await sendMails(clock, transport)).toBe(0);
  });

  it("are tried again with longer and longer waits, and given up", async () => {
    const mailId = await queue();
    server.refusal = "451 amira@example.com is busy";
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      expect(await sendMails(clock, transport)).toBe(1);
      const { nextAttemptAt, attempts, lastError } = await stored(mailId);
      expect({ attempts, lastError }).toEqual({
        attempts: attempt,
        lastError: "The mail server answered 451.",
      });
      now = nextAttemptAt?.getTime() ?? now;
    }
    expect(await stored(mailId)).toMatchObject({ state: "failed", nextAttemptAt: null });
    expect(now - START).toBeGreaterThan(DAY * 0.9);

    await retryMail(admin(), mailId);
    server.refusal = null;
    await sendMails(clock, transport);
    expect(await stored(mailId)).toMatchObject({ state: "sent" });
    await expect(retryMail(admin(), mailId)).rejects.toMatchObject({ code: "mail_not_failed" });
    await expect(retryMail(admin(), newId())).rejects.toMatchObject({ code: "not_found" });
  });

  it("are given up at once when the server refuses for good", async () => {
    const mailId = await queue();
    server.refusal = "550 no such user";
    await sendMails(clock, transport);
    expect(await stored(mailId)).toMatchObject({ state: "failed", attempts: 1 });
  });

  it("wait where no server answers", async () => {
    const mailId = await queue();
    const nobody = new SmtpTransport("smtp://127.0.0.1:1", "club@example.com");
    await sendMails(clock, nobody);
    await nobody.close();
    expect(await stored(mailId)).toMatchObject({
      state: "waiting",
      lastError: expect.stringContaining("could not be reached"),
    });
  });

  it("are tried again by another worker when one dies with them", async () => {
    const mailId = await queue();
    const dying = { send: () => Promise.reject(new Error("killed")) };
    await expect(sendMails(clock, dying)).rejects.toThrow("killed");
    expect(await sendMails(clock, transport)).toBe(0);
    now += 5 * 60_000;
    expect(await sendMails(clock, transport)).toBe(1);
    expect(await stored(mailId)).toMatchObject({ state: "sent", attempts: 2 });
  });

  it("are not sent once they are of no use", async () => {
    const mailId = await queue({ usefulUntil: new Date(START + 60_000) });
    now += 60_000;
    await sendMails(clock, transport);
    expect(server.received).toEqual([]);
    expect(await stored(mailId)).toMatchObject({ state: "failed" });
  });

  it("forget a secret as soon as it is sent, and show it to nobody before", async () => {
    const mailId = await queue({ secret: true });
    const { items } = await listMails(admin(), { limit: 10 });
    expect(items[0]).toMatchObject({ subject: null, text: null, recipient: "amira@example.com" });
    await sendMails(clock, transport);
    expect(await stored(mailId)).toMatchObject({
      state: "sent",
      recipient: null,
      subject: null,
      text: null,
      html: null,
    });
  });

  it("lose their content after a while", async () => {
    const mailId = await queue();
    await sendMails(clock, transport);
    now += MAIL_KEPT_DAYS * DAY;
    expect(await removeOldMail(clock)).toBe(0);
    now += 1;
    expect(await removeOldMail(clock)).toBe(1);
    expect(await stored(mailId)).toMatchObject({ state: "sent", recipient: null, text: null });
  });

  it("are erased with whom they were for, sent or not", async () => {
    const memberId = newId();
    const theirs = [await queue({ to: "old@example.com", memberId }), await queue({ to: "new@example.com" })];
    const others = await queue();
    const erased = await withTx(program.ctx, (tx) =>
      eraseMailOf(tx, program.programId, { memberId, email: "new@example.com" }, clock),
    );
    expect(erased).toBe(2);
    for (const mailId of theirs)
      expect(await stored(mailId)).toMatchObject({ state: "failed", recipient: null });
    expect(await sendMails(clock, transport)).toBe(1);
    expect(await stored(others)).toMatchObject({ state: "sent", recipient: "amira@example.com" });
  });

  it("are listed by state and address, for those who may see them", async () => {
    await queue();
    await queue({ to: "b@example.com" });
    const first = await listMails(admin(), { limit: 1 });
    expect(first.items).toMatchObject([{ recipient: "b@example.com", state: "waiting", subject: "Hello" }]);
    const second = await listMails(admin(), { limit: 1, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ recipient: "amira@example.com" }], nextCursor: null });
    expect((await listMails(admin(), { limit: 9, to: "b@example.com" })).items).toHaveLength(1);
    expect((await listMails(admin(), { limit: 9, state: "sent" })).items).toEqual([]);
    await expect(listMails(ctxFor(program, { role: "support" }), { limit: 9 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listMails(admin(), { limit: 9, cursor: "x" })).rejects.toMatchObject({ code: "invalid" });
  });
});
