/**
 * Which reading of the rules the engine has. It is raised when the same rules come to give other points for the same
 * events, together with a migration that puts every program's rules into force anew: each posting then names a rule set
 * of one reading.
 *
 * 1. A multiplier works on base points as they are before limits.
 * 2. A multiplier works on what limits leave of the base points.
 */
export const SEMANTICS = 2;
