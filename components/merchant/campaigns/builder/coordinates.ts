type Coordinates = { latitude: number; longitude: number };

const DEGREES = "([+-]?\\d{1,3}(?:[.,]\\d+)?)\\s*°?";
const PAIR = new RegExp(`^${DEGREES}\\s*([NS])?\\s*[,;\\s]\\s*${DEGREES}\\s*([EW])?$`, "i");

/**
 * Reads latitude and longitude as maps show and copy them: `52.5200, 13.4050`, `52,52; 13,4` or `33.87° S, 151.21° E`.
 * Null for what is no pair of numbers.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const [, latitude, north, longitude, east] = PAIR.exec(text.trim()) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  return {
    latitude: degreesOf(latitude, /s/i.test(north ?? "")),
    longitude: degreesOf(longitude, /w/i.test(east ?? "")),
  };
}

function degreesOf(text: string, isOpposite: boolean): number {
  const degrees = Number(text.replace(",", "."));
  return isOpposite ? -degrees : degrees;
}

/** Empty for the place that nobody means: where nothing has been entered yet. */
export function coordinatesText({ latitude, longitude }: Coordinates): string {
  return latitude === 0 && longitude === 0 ? "" : `${latitude}, ${longitude}`;
}
