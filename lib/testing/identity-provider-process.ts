import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { z } from "zod";

/**
 * A certified OpenID Connect provider in a process of its own, for tests: whoever types the name of an account is
 * that account. Settings come as JSON in its first argument; its issuer is the one line that it prints.
 */
const settings = z
  .object({
    clientId: z.string(),
    clientSecret: z.string(),
    redirectUri: z.string(),
    /** Claims by subject. */
    accounts: z.record(
      z.string(),
      z.object({ name: z.string(), email: z.string(), email_verified: z.boolean() }),
    ),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirectUri],
        token_endpoint_auth_method: "client_secret_basic",
      },
    ],
    cookies: { keys: ["a key for the provider's own cookies"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, subject) => {
      const claims = settings.accounts[subject];
      return claims && { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
    },
    // The company has agreed for its people: nobody is asked for consent.
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  server.on("request", provider.callback());
  process.stdout.write(`${issuer}\n`);
});
