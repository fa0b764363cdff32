/**
 * The posting lane of a member: FNV-1a of its id, modulo the program's number of lanes. It never changes,
 * because a member's events must never race each other on two lanes.
 */
export function laneOf(memberId: string, lanes: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < memberId.length; index++) {
    hash = Math.imul(hash ^ memberId.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % lanes;
}
