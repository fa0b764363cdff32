/** Where a member stands in a challenge. */
export type Standing = { progress: number; goal: number; completed: number };

/** After some progress: reaching the goal completes the challenge, which then starts again with what is over. */
export function advance(before: Standing | undefined, by: number, goal: number): Standing {
  const total = (before?.progress ?? 0) + by;
  return {
    progress: total % goal,
    goal,
    completed: (before?.completed ?? 0) + Math.floor(total / goal),
  };
}

/** Before it: a challenge that was completed by it is open again. It never falls below its very beginning. */
export function fallBack({ progress, goal, completed }: Standing, by: number): Standing {
  const total = completed * goal + progress - by;
  if (total <= 0) return { progress: 0, goal, completed: 0 };
  return { progress: total % goal, goal, completed: Math.floor(total / goal) };
}
