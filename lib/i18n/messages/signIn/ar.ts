import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "تسجيل الدخول",
  description: "لرؤية بطاقتك ونقاطك.",
  email: "البريد الإلكتروني",
  password: "كلمة المرور",
  submit: "تسجيل الدخول",
  newHere: "جديد هنا؟ <join>انضم إلى {program}</join>",
  joined:
    "أوشكت على الانتهاء: سجّل الدخول ببريدك الإلكتروني وكلمة المرور. إن كنت عضوًا من قبل، فكلمة المرور السابقة ما زالت صالحة.",
};
