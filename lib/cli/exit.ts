/** Exit codes, the same for every command. */
export const EXIT = { ok: 0, violations: 1, usage: 2 };
