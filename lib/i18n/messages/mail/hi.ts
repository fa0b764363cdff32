import type { Translation } from "../../translation";
import type { en } from "./en";

export const hi: Translation<typeof en> = {
  codeSubject: "{program} के लिए आपका कोड {code} है",
  joinHeading: "{program} में आपका स्वागत है",
  joinText: "सदस्यता पूरी करने के लिए यह कोड लिखें। यह {minutes, number} मिनट तक चलेगा।",
  alreadyHeading: "{program} में आपका कार्ड पहले से है",
  alreadyText: "फिर से जुड़ने की ज़रूरत नहीं: यह कोड आपका कार्ड खोलता है। यह {minutes, number} मिनट तक चलेगा।",
  signInHeading: "{program} के लिए आपका कोड",
  signInText: "अपना कार्ड खोलने के लिए यह कोड लिखें। यह {minutes, number} मिनट तक चलेगा।",
  leaveHeading: "{program} छोड़ें",
  leaveText: "{program} की अपनी सदस्यता हटाने के लिए यह कोड लिखें। यह {minutes, number} मिनट तक चलेगा।",
  unknownSubject: "{program} में अभी कोई कार्ड नहीं",
  unknownHeading: "{program} में इस पते का कोई कार्ड नहीं है",
  unknownText:
    "किसी ने इससे साइन इन करना चाहा। अगर वह आप थे, तो एक मिनट में जुड़ जाइए, या वह पता आज़माइए जिससे आप जुड़े थे।",
  join: "{program} से जुड़ें",
  changeHeading: "आपका नया पता",
  changeText: "यह कोड लिखें, और {program} अब से आपको इसी पते पर लिखेगा। यह {minutes, number} मिनट तक चलेगा।",
  takenSubject: "इस पते का {program} में कार्ड है",
  takenHeading: "यह पता पहले से एक कार्ड का है",
  takenText: "{program} के एक सदस्य ने इसे इस्तेमाल करना चाहा। कुछ नहीं बदला गया।",
  changedSubject: "{program} में आपका पता बदल गया",
  changedHeading: "अब आपका दूसरा पता है",
  changedText:
    "अब से {program} नए पते पर लिखेगा और आप उसी से साइन इन करेंगे। अगर यह आपने नहीं किया, तो {program} को तुरंत बताएँ।",
  blockedSubject: "{program} में आपका कार्ड",
  blockedHeading: "आपका कार्ड रोक दिया गया है",
  blockedText: "आप अभी साइन इन नहीं कर सकते। कृपया {program} से पूछें।",
  notYou: "यह आपने नहीं माँगा? तो कुछ न करें: कोड के बिना कोई अंदर नहीं आ सकता।",
};
