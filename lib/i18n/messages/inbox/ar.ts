import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "الرسائل",
  none: "لا توجد رسائل بعد",
  noneText: "ما يودّ {program} إخبارك به سيكون هنا، كرسالة شكر أو تهنئة بعيد ميلادك.",
  new: "جديد",
};
