import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  skipToContent: "मुख्य सामग्री पर जाएँ",
  points: "{count, plural, one {# पॉइंट} other {# पॉइंट}}",
  pointName: "पॉइंट",
  language: "भाषा",
  pages: "पृष्ठ",
  first: "पहला",
  previous: "पिछला",
  next: "अगला",
  notFound: {
    title: "इस पते पर कुछ नहीं है",
    text: "शायद यह गलत लिखा गया है, या जो यहाँ था वह कहीं और चला गया है।",
    home: "शुरुआत पर जाएँ",
  },
  interface: {
    optional: "वैकल्पिक",
    close: "बंद करें",
    cancel: "रद्द करें",
    dismiss: "हटाएँ",
    notifications: "सूचनाएँ",
    copy: "कॉपी करें",
    copied: "कॉपी हो गया",
    showCharacters: "अक्षर दिखाएँ",
    hideCharacters: "अक्षर छिपाएँ",
    theme: "थीम",
    systemTheme: "सिस्टम",
    lightTheme: "हल्की",
    darkTheme: "गहरी",
    saved: "सहेजा गया",
    noConnection: "कनेक्शन नहीं है। कुछ भी सहेजा नहीं गया; कनेक्शन आने पर फिर कोशिश करें।",
    notDone: "यह नहीं हो सका। कुछ भी नहीं बदला।",
  },
};
