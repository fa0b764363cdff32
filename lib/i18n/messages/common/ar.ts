import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  skipToContent: "انتقل إلى المحتوى",
  points:
    "{count, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}",
  pointName: "نقاط",
  language: "اللغة",
  pages: "الصفحات",
  first: "الأولى",
  previous: "السابق",
  next: "التالي",
  notFound: {
    title: "لا يوجد شيء في هذا العنوان",
    text: "ربما كُتب العنوان خطأً، أو نُقل ما كان هنا.",
    home: "إلى البداية",
  },
  interface: {
    failedTitle: "حدث خطأ من جانبنا",
    failedText: "ما حُفظ من قبل في أمان. إن تكرر ذلك، فاذكر الرقم المرجعي عند طلب المساعدة.",
    tryAgain: "حاول مرة أخرى",
    reference: "الرقم المرجعي",
    optional: "اختياري",
    close: "إغلاق",
    cancel: "إلغاء",
    dismiss: "إخفاء",
    notifications: "الإشعارات",
    copy: "نسخ",
    copied: "تم النسخ",
    showCharacters: "إظهار الأحرف",
    hideCharacters: "إخفاء الأحرف",
    theme: "المظهر",
    systemTheme: "النظام",
    lightTheme: "فاتح",
    darkTheme: "داكن",
    saved: "تم الحفظ",
    noConnection: "لا يوجد اتصال، ولم يُحفظ شيء. حاول مرة أخرى عند عودة الاتصال.",
    notDone: "لم ينجح ذلك، ولم يتغيّر شيء.",
  },
};
