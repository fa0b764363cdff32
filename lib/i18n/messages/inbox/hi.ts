import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  title: "संदेश",
  none: "अभी कोई संदेश नहीं",
  noneText: "{program} को आपसे जो कहना है, वह यहाँ होगा, जैसे धन्यवाद या जन्मदिन की शुभकामना।",
  new: "नया",
};
