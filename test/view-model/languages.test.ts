import { describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import detailsJson from '../../data/details.json';
import { toText } from '../../src/adapters/export/index.js';
import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import type { Outlook } from '../../src/evidence/outlook.js';
import { loadLanguage } from '../../src/i18n/languages.js';
import { createSupportWords } from '../../src/i18n/support.js';
import type { Language } from '../../src/i18n/translate.js';
import { createDetails } from '../../src/i18n/details.js';
import { createFurtherWords } from '../../src/i18n/further.js';
import { basisView } from '../../src/view-model/basis-view.js';
import { exactText } from '../../src/view-model/checked-view.js';
import { outlookView } from '../../src/view-model/outlook-view.js';
import type { RateView } from '../../src/view-model/rate-view.js';
import { supportView } from '../../src/view-model/support-view.js';
import { rows } from '../evidence/outlook-table.js';
import { furtherViews } from './further.js';
import { numbersInLocale, textsWithin, wholePercent } from './one-number.js';

/** Tags as pages have them; the Arabic of Egypt writes its digits as ٠ to ٩, that of Morocco as 0 to 9. */
const LANGUAGES = await Promise.all(['en-GB', 'es', 'fr-CA', 'ar-EG', 'ar-MA', 'ko-KR'].map(loadLanguage));

const STATES = LANGUAGES.flatMap((language) =>
  [false, true].flatMap((clinician) =>
    rows.map(({ title, inputs }) => ({ title, inputs, clinician, language, locale: language.locale })),
  ),
);

const explanations = detailsJson as unknown as EvidenceDetails;
const outlookFor = (inputs: Parameters<typeof answer>[1]) => answer(core as unknown as EvidenceCore, inputs);

/** A rate on screen, under its name. */
type Shown = RateView & { readonly label: string };

interface Rate {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
const present = (numbers: readonly (number | null)[]) => numbers.filter((number) => number !== null);
const percents = ({ estimate, low, high }: Rate) => present([estimate, low, high]);
const proportions = ({ estimate, low, high }: Rate): Rate => ({ estimate, low, high });
const hasRange = ({ low, high }: Rate) => low !== null && high !== null;

/** Every rate of an outlook beside what is shown of it: the same list in every language. */
function rates(outlook: Outlook, view: ReturnType<typeof outlookView>, further: ReturnType<typeof furtherViews>) {
  const responses = outlook.options.flatMap((option, i) => {
    const shown = view.options[i]!;
    const estimates = [...option.responses, ...option.alsoRelevant.flatMap((also) => also.responses)];
    const views = [...shown.responses, ...(shown.alsoRelevant?.responses ?? [])];
    return estimates.map((rate, j) => ({ rate, shown: views[j]!, checked: rate }));
  });
  const counted = (rate: Rate, shown: Shown) => ({ rate, shown, checked: proportions(rate) });
  const harms = outlook.adverseEvents.map((rate, i) => counted(rate, view.harms.rows[i]!));
  const arms = further.maintenance?.analyses.flatMap((analysis) => analysis.arms) ?? [];
  const maintenance = (outlook.maintenance?.arms ?? []).map((rate, i) => counted(rate, arms[i]!));
  return { responses, all: [...responses, ...harms, ...maintenance] };
}

describe.each(STATES)('$locale, clinician: $clinician, $title', ({ inputs, clinician, language, locale }) => {
  const outlook = outlookFor(inputs);
  const view = outlookView(outlook, clinician, language);
  const further = furtherViews(outlook, language);
  const words = createFurtherWords(language);
  const read = (text: string) => numbersInLocale(text, locale);

  test('sentence, picture, range and exact figures say what the outlook says, and so does the note', () => {
    const { responses, all } = rates(outlook, view, further);
    expect(all.length).toBeGreaterThan(3);
    for (const { rate, shown, checked } of all) {
      const whole = percents(rate).map(wholePercent);
      expect(shown.of100).toBe(whole[0]);
      const [n, ...limits] = whole;
      // "between 25 and 46 of 100", or in Korean "of 100, 25 to 46".
      if (hasRange(rate)) expect([[...limits, 100], [100, ...limits]]).toContainEqual(read(shown.rangeText));
      expect(read(shown.bar.label)).toEqual([...read(shown.label), n, 100, ...limits]);
      const exact = hasRange(rate) ? [rate.estimate, 0.95, rate.low!, rate.high!] : [rate.estimate];
      const printed = read(exactText(checked, language, words));
      expect(printed).toHaveLength(exact.length);
      exact.forEach((value, i) => expect(Math.abs(value * 100 - printed[i]!)).toBeLessThanOrEqual(0.05 + 1e-9));
    }
    for (const { rate: response, shown } of responses) {
      const n = wholePercent(response.estimate);
      expect(read(shown.bothSides)).toEqual([n, 100 - n]);
      if (n > 0 && hasRange(response)) {
        expect(read(shown.leeway!)).toEqual(present([response.low, response.high]).map(wholePercent));
      }
      const asked = response.threshold === 'any' ? [] : [response.threshold];
      if (response.estimate > 0) {
        expect(read(shown.sentence)).toEqual([100, n, ...asked, 100 - n]);
      } else {
        // Of none, languages put the number of people and the threshold in one order or the other.
        const none = [response.participants!, ...asked, wholePercent(response.high!), 100];
        expect(ascending(read(shown.sentence))).toEqual(ascending(none));
      }
    }
    const latin = language.in(new Intl.Locale(locale, { numberingSystem: 'latn' }).toString());
    const inNote = all.map(({ checked }) => exactText(checked, latin, createFurtherWords(latin)));
    const note = toText(outlook, language);
    expect(inNote.filter((exact) => !note.includes(exact))).toEqual([]);
    expect(note).not.toMatch(/[\u0660-\u0669\u066a-\u066c]/);
  });

  test('no text has a hole, or digits of two scripts', () => {
    const texts = textsWithin([view, further]);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /undefined|NaN|null|Infinity|\[object|[{}]/.test(text) || text === '')).toEqual([]);
    const outside = texts.map((text) => text.replace(/\u2066[^\u2069]*\u2069/g, ''));
    expect(outside.filter((text) => /[\u0660-\u0669]/.test(text) && /\d/.test(text))).toEqual([]);
  });
});

describe.each(LANGUAGES.map((language) => ({ language, locale: language.locale })))('the talk in $locale', ({ language, locale }) => {
  const outlook = outlookFor({ ageGroup: 'any', site: 'any', phototherapy: 'not-stated', maintenance: 'treating' });
  const talkIn = (spoken: Language) => {
    const { options } = outlookView(outlook, false, spoken);
    const material = { outlook, options, details: explanations, weeks: core.maintenance.weeks };
    // The end of the search is a day, whose parts stand in another order.
    const { searchEnd, ...talk } = supportView(material, createSupportWords(spoken));
    return { texts: textsWithin(talk), searchEnd };
  };
  const { texts, searchEnd } = talkIn(language);
  const english = talkIn(LANGUAGES[0]!);

  test('says the same numbers as in English, text by text', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(texts).toHaveLength(english.texts.length);
    texts.forEach((text, i) => {
      const said = ascending(numbersInLocale(text, locale));
      expect(said, text).toEqual(ascending(numbersInLocale(english.texts[i]!, 'en')));
    });
    expect(searchEnd).toContain(language.year(2018));
  });

  test('calls errata by their names', () => {
    const ids = (all: readonly string[]) => all.flatMap((text) => text.match(/\bE\d\d\b/g) ?? []);
    expect(ids(english.texts).length).toBeGreaterThan(5);
    expect(ids(texts)).toEqual(ids(english.texts));
  });
});

describe('Arabic', () => {
  test('writes digits and percent signs as its region does', async () => {
    const [egypt, morocco] = await Promise.all(['ar-EG', 'ar-MA'].map(loadLanguage));
    expect(egypt!.t('of-100')).toBe('من ١٠٠');
    expect(morocco!.t('of-100')).toBe('من 100');
    expect(egypt!.t('threshold.short.percent', { threshold: 75 })).toContain('٧٥٪');
    expect(egypt!.t('cite')).toContain('JAMA Dermatol 2019');
    expect(egypt!.date('2026-11-30')).toBe('٣٠ نوفمبر ٢٠٢٦');
    expect(egypt!.year(2006)).toBe('٢٠٠٦');
  });

  test('leaves a citation as it is printed', async () => {
    const egypt = await loadLanguage('ar-EG');
    const outlook = outlookFor(rows[0]!.inputs);
    const sections = basisView(outlook, explanations, egypt, createDetails(egypt));
    const studies = sections.find(({ id }) => id === 'studies')!.paragraphs.join(' ');
    expect(studies).toContain('(JAMA Dermatol 2019)');
    expect(studies).toContain('٦ أغسطس ٢٠١٨');
  });

  test.each([
    [0, 'لا توجد دراسات'],
    [1, 'دراسة واحدة'],
    [2, 'دراستان'],
    [3, '3 دراسات'],
    [11, '11 دراسة'],
    [100, '100 دراسة'],
  ])('has six forms of a noun: %i', async (n, text) => {
    expect((await loadLanguage('ar-MA')).plural('studies', n)).toBe(text);
  });

  test('counts years as publications do, also where another calendar is the custom', async () => {
    expect((await loadLanguage('ar-SA-u-nu-latn')).date('2026-11-30')).toContain('2026');
  });
});
