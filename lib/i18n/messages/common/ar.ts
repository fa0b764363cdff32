import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  skipToContent: "انتقل إلى المحتوى",
  points: "نقطة",
  language: "اللغة",
  close: "إغلاق",
  cancel: "إلغاء",
  save: "حفظ",
  saved: "تم الحفظ",
  tryAgain: "حاول مرة أخرى",
  optional: "اختياري",
  noConnection: "لا يوجد اتصال، ولم يُحفظ شيء. حاول مرة أخرى عند عودة الاتصال.",
};
