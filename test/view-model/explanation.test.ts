import { describe, expect, test } from 'vitest';
import { erratumView, mechanismTexts, noteText } from '../../src/view-model/explanation.js';
import { errataWords } from '../../src/i18n/errata.js';
import { details, records } from '../i18n/records.js';

const erratum = (id: string) => records.errata.find((record) => record.id === id)!;

describe('the explanation of a record', () => {
  test('has the figures of the record in it', () => {
    expect(erratumView(erratum('E01'), errataWords)).toEqual({
      id: 'E01',
      title: 'Face and neck, cream alone, 25 %: range in doubt',
      text:
        'The printed range around 73.1 % runs from 32.6 to 83.5 %, far more below than above. One wrong digit would ' +
        'explain this. The range drawn here starts at 62.6 %, which is not confirmed by the journal.',
    });
  });

  test('exists for every erratum, with no hole in it', () => {
    const views = records.errata.map((record) => erratumView(record, errataWords));
    expect(views.filter((view) => !view || /[{}]|undefined/.test(view.title + view.text))).toEqual([]);
  });

  test('of a gap is one sentence; of one that the first screen names there is none', () => {
    const [n01, , , n04] = records.notPublished;
    expect(noteText(n04!, details)).toBe(
      'Hands and feet with light treatment: 2 studies with very little response, and nothing was pooled.',
    );
    expect(noteText(n01!, details)).toBeNull();
  });

  test('of a record that nobody put into words, or without its figures, is none', () => {
    const { figures: _, ...bare } = erratum('E01');
    expect(erratumView({ ...erratum('E01'), id: 'E99' }, errataWords)).toBeNull();
    expect(erratumView(bare, errataWords)).toBeNull();
  });
});

describe('how these creams may act', () => {
  test('is told in three short texts, with the contradiction of the findings', () => {
    const texts = mechanismTexts(records.errata, details);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('findings on IL-10 are inconsistent (raised in one study, unchanged in another)');
  });

  test('goes without the contradiction where the record lacks it', () => {
    expect(mechanismTexts([], details)).toHaveLength(2);
  });
});
