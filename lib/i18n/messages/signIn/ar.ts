import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  title: "تسجيل الدخول",
  description: "لرؤية بطاقتك ورصيدك.",
  email: "البريد الإلكتروني",
  password: "كلمة المرور",
  submit: "تسجيل الدخول",
  newHere: "جديد هنا؟ <join>انضم إلى {program}</join>",
};
