import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  description: "{program} में आपका कार्ड, पॉइंट और ऑफ़र।",
  card: "कार्ड",
  activity: "गतिविधि",
};
