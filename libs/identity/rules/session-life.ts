/** A session ends when nothing was asked for so long, and at the latest so long after signing in; real time. */
export const SESSION_LIFE = { idleMinutes: 30, absoluteHours: 12 } as const;
