import { describe, expect, test } from 'vitest';
import core from '../../data/core.json' with { type: 'json' };
import detailsJson from '../../data/details.json' with { type: 'json' };
import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import type { Estimates, Inputs } from '../../src/evidence/inputs.js';
import { english } from '../../src/i18n/translate.js';
import { basisView } from '../../src/view-model/basis-view.js';
import { otherSources } from '../../src/view-model/studies-view.js';
import { details } from '../i18n/records.js';

const records = detailsJson as unknown as EvidenceDetails;
const everyone: Inputs = { ageGroup: 'any', site: 'any', phototherapy: 'not-stated', maintenance: 'treating' };

function basis(inputs: Partial<Inputs> = {}, estimates: Estimates = 'published') {
  const outlook = answer(core as unknown as EvidenceCore, { ...everyone, ...inputs }, estimates);
  return basisView(outlook, records, english, details);
}

const section = (id: string, ...given: Parameters<typeof basis>) => basis(...given).find((one) => one.id === id)!;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** "2026-11-30" as "November 30, 2026". */
function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${MONTHS[month! - 1]} ${date}, ${year}`;
}

describe('the basis panel', () => {
  test('has its nine headings in their order, each with text', () => {
    expect(basis().map(({ title }) => title)).toEqual([
      'Intended use', 'Who it is for', 'What goes in', 'How the answer is made', 'Studies behind it', 'Limits',
      'What was missing or not understood', 'Version and review date', 'Standards for decision aids',
    ]);
    expect(basis().filter(({ paragraphs }) => paragraphs.length === 0)).toEqual([]);
  });

  test('has no hole, whatever was answered', () => {
    const panels = [basis(), basis({ site: null, phototherapy: null }), basis({ ageGroup: 'child' }, 'pooled')];
    const texts = panels.flat().flatMap(({ paragraphs }) => paragraphs);
    expect(texts.filter((text) => /[{}?]|undefined|NaN/.test(text))).toEqual([]);
  });

  test('names the main source with its year and the end of its search', () => {
    expect(section('studies').paragraphs[0]).toBe(
      'Main source: Treatment Outcomes of Topical Calcineurin Inhibitor Therapy for Patients With Vitiligo: A Systematic ' +
        'Review and Meta-analysis (JAMA Dermatol 2019). Its search ended on August 6, 2018. Its table holds 47 studies.',
    );
  });

  test('cites the other reviews and trials whose figures are shown, each once and by name', () => {
    const outlook = answer(core as unknown as EvidenceCore, { ...everyone, site: 'face-neck', maintenance: 'repigmented' });
    const names = otherSources(outlook, records).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([
      'Bae JM et al. (2017)', 'Dang YP, Li Q, Shi F, Yuan XY, Liu W (2016)', 'Li R, Qiao M, Wang X, Zhao X, Sun Q (2017)',
      'Cavalié et al. (2015)', 'Maaddawi HA (2023)',
    ]));
  });

  test('says that it is no device on the market and not for urgent decisions', () => {
    const text = section('intended-use').paragraphs.join(' ');
    expect(text).toContain('not time-critical');
    expect(text).toContain('not placed on the market as a medical device and has no CE mark');
  });

  test('shows version, date, review date and hash of the evidence, and the funding', () => {
    const { version, hash } = core.evidence;
    const [date, reviewBy] = [core.evidence.date, core.evidence.reviewBy].map(inWords);
    const text = section('version').paragraphs.join(' ');
    for (const value of [version, date, reviewBy, hash, 'Funding: none stated.']) expect(text).toContain(value);
  });

  test('explains the pool only where pooled estimates are shown', () => {
    const pooled = 'Pooled here: a random-effects meta-analysis';
    expect(section('method').paragraphs.join(' ')).not.toContain(pooled);
    expect(section('method', {}, 'pooled').paragraphs.join(' ')).toContain(pooled);
  });
});

describe('what was missing or not understood', () => {
  const missing = (inputs: Partial<Inputs>) => section('missing', inputs).paragraphs;

  test('names the questions left open, and the options without rates', () => {
    expect(missing({})).toEqual([
      'Left open: Age, Where on the body, and Light treatment. The numbers are not narrowed down by this.',
      'Microneedling added to tacrolimus: no rates for these answers.',
    ]);
  });

  test('names what the numbers do not reflect', () => {
    expect(missing({ ageGroup: 'child', site: 'face-neck', phototherapy: 'available' })).toEqual([
      'Every question was answered and understood.',
      'Cream or ointment alone: not reflected in the numbers: Age.',
      'Cream or ointment with light treatment: not reflected in the numbers: Age.',
      'Light treatment alone: no rates for these answers.',
      'Microneedling added to tacrolimus: no rates for these answers.',
    ]);
  });

  test('names an answer that was not understood', () => {
    expect(missing({ ageGroup: 'adult', site: null, phototherapy: 'unavailable' })).toEqual([
      'Not understood: Where on the body. No number that depends on this is shown.',
      'Cream or ointment alone: no rates for these answers.',
      'Microneedling added to tacrolimus: no rates for these answers.',
    ]);
  });
});
