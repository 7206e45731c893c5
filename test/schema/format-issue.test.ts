import { describe, expect, it } from 'vitest';
import { CONTRADICTIONS, SHAPE_BREAKS } from '../data/breaks.js';
import { compileEvidence } from '../../data/compile.js';
import { formatIssue } from '../../src/schema/format-issue.js';
import { issue } from '../../src/schema/issue.js';
import { readFiles } from '../data/read-files.js';

describe('an issue in one line', () => {
  it.each([
    [
      issue('events-exceed-total', ['repigmentation', 3, 'events'], { value: 12, allowed: [10] }),
      'repigmentation[3].events has 12 events among 10 [events-exceed-total]',
    ],
    [issue('wrong-type', [], { value: 'null', allowed: ['array'] }), 'data is null, expected array [wrong-type]'],
    [
      issue('interval-excludes-estimate', ['estimates', 0, 'ciLowPct'], { params: { estimate: 5, low: 6, high: 7 } }),
      'estimates[0].ciLowPct leaves the estimate 5 outside 6 to 7 [interval-excludes-estimate]',
    ],
    [
      issue('differs-from-published', ['comparisons', 0], { params: { estimate: 1.79, low: 1.35, high: 2.86 } }),
      'comparisons[0] is 1.79, 1.35, 2.86, published: no such record [differs-from-published]',
    ],
  ])('%j reads %s', (found, line) => {
    expect(formatIssue(found)).toBe(line);
  });

  it.each([...SHAPE_BREAKS, ...CONTRADICTIONS])('has no gap for: $title', ({ apply }) => {
    const files = readFiles();
    apply(files);
    const compiled = compileEvidence(files);
    const lines = compiled.ok ? [] : compiled.issues.map((found) => formatIssue(found.issue));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => /undefined|NaN|\[object|""|  /.test(line))).toEqual([]);
  });
});
