/**
 * Every job there is, by name. A worker does not start when a name has no `*.job.ts`, or two of them.
 * A new job is one word here and one file.
 */
export const JOB_NAMES = ['relay', 'canary', 'inbox-purge', 'clock-sweep', 'clock-prompt', 'clock-recompute', 'after-check'] as const;

/** Name of a job. */
export type JobName = (typeof JOB_NAMES)[number];
