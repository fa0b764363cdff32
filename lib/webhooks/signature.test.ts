import { expect, it } from "vitest";
import { printSecret, signedHeaders } from "./signature";

it("signs as Standard Webhooks has it", () => {
  // The example of the specification, https://github.com/standard-webhooks/standard-webhooks.
  const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
  const call = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  };
  expect(signedHeaders(call, [secret])).toEqual({
    "webhook-id": call.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
  expect(signedHeaders(call, [secret, secret])["webhook-signature"]?.split(" ")).toHaveLength(2);
  expect(printSecret(secret)).toBe("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
});
