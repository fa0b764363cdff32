import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  name: "नाम लिखें।",
  poolName: "इसे एक नाम दें।",
  email: "name@example.com जैसा ई-मेल पता लिखें।",
  phone: "फ़ोन नंबर लिखें: अंक, देश के लिए आगे + के साथ।",
  contact: "कार्ड नंबर, ई-मेल पता या फ़ोन नंबर लिखें।",
  birthday: "1990-04-23 जैसी तारीख।",
  birthdayTooEarly: "जन्मदिन 1900 के बाद का होता है।",
  password: "अपना पासवर्ड लिखें।",
  currentPassword: "अपना मौजूदा पासवर्ड लिखें।",
  passwordTooShort: "कम से कम 10 अक्षर रखें।",
  passwordTooLong: "ज़्यादा से ज़्यादा 128 अक्षर रखें।",
  passwordTooPlain: "ज़्यादा अलग-अलग अक्षर रखें।",
  terms: "जुड़ने के लिए शर्तों से सहमत हों।",
  wholePoints: "पूरे पॉइंट।",
  atLeastOne: "कम से कम 1।",
  number: "एक पूरी संख्या लिखें।",
  tooShort: "यह बहुत छोटा है।",
  tooLong: "यह बहुत लंबा है।",
  other: "इसे फिर से देखें।",
  code: "ई-मेल के छह अंक लिखें।",
};
