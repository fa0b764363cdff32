/** The part of http_ece (RFC 8188) that tests decipher pushes with. */
declare module "http_ece" {
  import type { ECDH } from "node:crypto";

  export function decrypt(
    message: Buffer,
    keys: { version: "aes128gcm"; privateKey: ECDH; authSecret: string },
  ): Buffer;
}
