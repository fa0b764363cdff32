import { z } from "zod";

/** Where a member is signed in. Instants are ISO 8601. */
export type DeviceDto = {
  deviceId: string;
  /** Names as people know them, "Firefox" and "Android"; empty where the browser does not say. */
  browser: string;
  system: string;
  signedInAt: string;
  /** To within ten minutes. */
  seenAt: string;
  /** Whether it is the one that asks. */
  isThis: boolean;
  /** Whether pushes reach it. */
  isPushed: boolean;
};

export const deviceChoice = z.object({ deviceId: z.uuid() });
