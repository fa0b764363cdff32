import { expect, it } from "vitest";
import { withTx } from "@/lib/db";
import { queueMail } from "@/lib/mail";
import { makeProgram } from "@/lib/testing/fixtures";
import { makeUser, portalCookie } from "@/lib/testing/people";
import { POST as retryMail } from "./[id]/retry/route";
import { GET as listMails } from "./route";

const ORIGIN = "http://localhost:3000";

it("lets those who look after mail read what is kept without a server, and says that there is none", async () => {
  const program = await makeProgram();
  const { organizationId } = program;
  const headersOf = async (role: "admin" | "marketer") => {
    const { userId } = await makeUser({ organizationId, role });
    return { cookie: await portalCookie(userId), "tessera-program": program.slug, origin: ORIGIN };
  };
  const content = { subject: "482913 is your code", heading: "Your code", paragraphs: [], code: "482913" };
  await withTx(program.ctx, (tx) =>
    queueMail(tx, program.ctx, {
      kind: "join_code",
      to: "amira@example.com",
      memberId: null,
      locale: "en",
      content,
      secret: true,
    }),
  );
  const list = async (role: "admin" | "marketer") =>
    listMails(
      new Request(`${ORIGIN}/api/v1/mails?to=Amira@example.com`, { headers: await headersOf(role) }),
      {
        params: Promise.resolve({}),
      },
    );
  expect((await list("marketer")).status).toBe(403);
  const { items } = await (await list("admin")).json();
  expect(items).toMatchObject([
    { state: "kept", subject: content.subject, text: expect.stringContaining("482913") },
  ]);

  const retried = await retryMail(
    new Request(`${ORIGIN}/api/v1/mails/x/retry`, { method: "POST", headers: await headersOf("admin") }),
    { params: Promise.resolve({ id: items[0].id }) },
  );
  expect(retried.status).toBe(409);
  expect(await retried.json()).toMatchObject({ code: "no_mail_server" });
});
