import { evidence as evidenceSchema, type Evidence } from './evidence.js';
import { checkEvidence } from './invariants/index.js';
import { issue, type Issue } from './issue.js';
import { toIssues } from './zod-issues.js';

export type LoadedEvidence = { ok: true; evidence: Evidence } | { ok: false; issues: Issue[] };

function load(data: unknown): LoadedEvidence {
  const parsed = evidenceSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: toIssues(parsed.error, data) };
  const issues = checkEvidence(parsed.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, evidence: parsed.data };
}

/**
 * Evidence in the form of data/evidence.json, from a host or a file: the evidence when its shape and every invariant
 * hold, else all issues with their paths. Takes anything and never throws. The hash is a name and is not recomputed.
 */
export function loadEvidence(data: unknown): LoadedEvidence {
  try {
    return load(data);
  } catch {
    return { ok: false, issues: [issue('unreadable', [])] };
  }
}
