import { qProfileInterval, type Limits } from '../../src/stats/q-profile.js';
import { effectsOf } from './check-effects.js';
import type { GoldenFile, GoldenMeasure } from './golden-file.js';
import type { GoldenReport } from './report.js';
import { TOLERANCES } from './tolerances.js';

/** Q-profile limits of tau2, tau, I2 and H2. */
export function checkQProfile(data: GoldenFile, report: GoldenReport): void {
  for (const dataset of data.datasets ?? []) {
    for (const measure of dataset.measures ?? []) {
      if (measure.qprofile === undefined) continue;
      const { yi, vi } = effectsOf(dataset, measure);
      checkInterval(qProfileInterval(yi, vi), measure.qprofile, `${dataset.id}/${measure.key}`, report);
    }
  }
}

function checkInterval(
  interval: ReturnType<typeof qProfileInterval>,
  golden: NonNullable<GoldenMeasure['qprofile']>,
  at: string,
  report: GoldenReport,
): void {
  if (golden.error !== undefined || interval.kind === 'no-answer') {
    report.check(
      'Q-profile refused where R stops',
      at,
      (golden.error !== undefined) === (interval.kind === 'no-answer'),
    );
    return;
  }
  report.check('Q-profile set empty where R says so', at, interval.empty === golden['ci.null']);
  const compare = (name: 'tau2' | 'tau' | 'I2' | 'H2', { low, high }: Limits): void => {
    report.compareAll(
      `Q-profile ${name}`,
      at,
      [low, high],
      [golden[`${name}.lb`], golden[`${name}.ub`]],
      TOLERANCES.qProfile,
    );
  };
  compare('tau2', interval.tauSquared);
  compare('tau', interval.tau);
  compare('I2', interval.iSquared);
  compare('H2', interval.hSquared);
}
