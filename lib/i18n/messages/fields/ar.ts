import type { Translation } from "../../translation";
import type { en } from "./en";

export const ar: Translation<typeof en> = {
  name: "أدخل اسمًا.",
  poolName: "أعطه اسمًا.",
  email: "أدخل بريدًا إلكترونيًا مثل name@example.com.",
  phone: "أدخل رقم هاتف: أرقام فقط، مع + في البداية لرمز الدولة.",
  contact: "أدخل رقم بطاقة أو بريدًا إلكترونيًا أو رقم هاتف.",
  birthday: "تاريخ مثل 1990-04-23.",
  birthdayTooEarly: "يجب أن يكون تاريخ الميلاد بعد عام 1900.",
  password: "أدخل كلمة المرور.",
  currentPassword: "أدخل كلمة المرور الحالية.",
  passwordTooShort: "استخدم 10 أحرف على الأقل.",
  passwordTooLong: "استخدم 128 حرفًا على الأكثر.",
  passwordTooPlain: "استخدم أحرفًا أكثر تنوعًا.",
  terms: "وافق على الشروط للانضمام.",
  wholePoints: "نقاط كاملة بلا كسور.",
  atLeastOne: "1 على الأقل.",
  number: "أدخل عددًا صحيحًا.",
  tooShort: "هذا قصير جدًا.",
  tooLong: "هذا طويل جدًا.",
  other: "راجع هذا الحقل.",
  code: "أدخل الأرقام الستة من الرسالة.",
};
