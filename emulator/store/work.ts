import type { DebugSession } from './debugSessions.ts';
import { Runs } from './pipelineRuns.ts';
import { SparkJobs } from './sparkJobs.ts';

/** What goes on in a workspace and is no resource of it: jobs, runs, sessions. */
export class Work {
  readonly debugSessions = new Map<string, DebugSession>();
  /** Bytes of the libraries that were appended to, by name in lower case. */
  readonly librarySizes = new Map<string, number>();
  readonly runs = new Runs();
  readonly sparkJobs = new SparkJobs();
}
