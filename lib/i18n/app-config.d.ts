import type { Messages } from "./messages";

// Makes keys and arguments of useTranslations, getTranslations and createTranslator a matter of the type checker.
declare module "use-intl" {
  interface AppConfig {
    Messages: Messages;
  }
}
