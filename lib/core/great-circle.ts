/** Where something is on Earth, in degrees (WGS 84): north of the equator and east of Greenwich are above zero. */
export type Position = { latitude: number; longitude: number };

/** Mean radius of the Earth (IUGG), in metres. */
const EARTH_RADIUS_METRES = 6_371_008.8;
const RADIANS_PER_DEGREE = Math.PI / 180;

/** No two places are further apart, in metres: half the way around. */
export const FURTHEST_METRES = Math.floor(EARTH_RADIUS_METRES * Math.PI);

/** Whether there is such a place: latitudes from -90 to 90, longitudes from -180 to 180. */
export function isPosition({ latitude, longitude }: Position): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/**
 * How far something is from a place, in whole metres along the surface, to the nearest. The Earth is taken for a
 * sphere (haversine formula), which is wrong by less than 0.6 %; the formula is exact for short ways too.
 */
export function metresFrom(place: Position): (position: Position) => number {
  const latitude = place.latitude * RADIANS_PER_DEGREE;
  const cosine = Math.cos(latitude);
  return (position) => {
    const other = position.latitude * RADIANS_PER_DEGREE;
    const north = Math.sin((other - latitude) / 2);
    const east = Math.sin(((position.longitude - place.longitude) * RADIANS_PER_DEGREE) / 2);
    const haversine = north * north + cosine * Math.cos(other) * east * east;
    return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, haversine))));
  };
}
