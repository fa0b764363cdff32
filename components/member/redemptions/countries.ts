/** Countries that parcels are sent to by name; ISO 3166-1. */
export const COUNTRIES: readonly string[] =
  "AE AT AU BE BG BR CA CH CY CZ DE DK EE EG ES FI FR GB GR HR HU IE IN IS IT JP LI LT LU LV MA MT MX NL NO NZ PL PT RO RS SA SE SG SI SK TR US ZA".split(
    " ",
  );

/** Some runtimes have the one, some the other. */
type WithTimeZones = Intl.Locale & {
  timeZones?: readonly string[];
  getTimeZones?: () => readonly string[] | undefined;
};

/** Where a program most likely sends to: the country that its language names, or else whose clocks it goes by. */
export function homeCountry({ locale, timeZone }: { locale: string; timeZone: string }): string {
  const named = new Intl.Locale(locale).region;
  if (named !== undefined && COUNTRIES.includes(named)) return named;
  return COUNTRIES.find((country) => timeZonesOf(country).includes(timeZone)) ?? "DE";
}

function timeZonesOf(country: string): readonly string[] {
  const locale: WithTimeZones = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
