import { describe, expect, test } from 'vitest';
import { enDetails } from '../../src/i18n/en.details.js';
import { english } from '../../src/i18n/translate.js';
import { safetyView } from '../../src/view-model/safety-view.js';
import { details, safetyRecord } from '../i18n/records.js';

const view = safetyView(safetyRecord, english, details);
const [tacrolimus, pimecrolimus] = view.labels;
const textsOf = (label: typeof tacrolimus) => label!.sentences.map(({ text }) => text);

describe('what the labels say', () => {
  test('every fact of the record has a sentence of its own, and every sentence its fact', () => {
    const { labels, pooledReview } = safetyRecord;
    const facts = [
      ...labels.flatMap(({ agent, indication, boxedWarning, ultraviolet, precautions }) => [
        `agent.${agent}`,
        `indication.${indication}`,
        ...boxedWarning.content.map((words) => `warning.${words}`),
        ...ultraviolet.content.map((words) => `ultraviolet.${words}`),
        ...precautions.map((words) => `precaution.${words}`),
      ]),
      ...pooledReview.rare.map((words) => `rare.${words}`),
    ];
    const kinds = /^safety\.(agent|indication|warning|ultraviolet|precaution|rare)\./;
    const keys = Object.keys(enDetails).filter((key) => kinds.test(key));
    expect([...new Set(facts)].map((fact) => `safety.${fact}`).sort()).toEqual(keys.sort());
  });

  test('the boxed warning is named with its country and year, without a thousands separator', () => {
    const sentence = 'In the United States the label has carried a boxed warning since 2006.';
    expect(tacrolimus!.sentences).toContainEqual({ text: sentence, references: ['fda-label-tacrolimus'] });
    expect(pimecrolimus!.sentences).toContainEqual({ text: sentence, references: ['fda-label-pimecrolimus'] });
  });

  test('ages and strengths are those of each label', () => {
    expect(textsOf(tacrolimus)).toEqual(
      expect.arrayContaining([
        'Adults: 0.03 % and 0.1 %.',
        'Age 2 to 15: 0.03 %.',
        'Under age 2: not labelled.',
        'Warning: not for children under 2 years.',
        'Precaution: its use under age 2 is not established.',
      ]),
    );
    expect(textsOf(pimecrolimus)).toEqual(
      expect.arrayContaining(['Age 2 and over: 1 %.', 'Under age 2: not labelled.']),
    );
  });

  test('advice against ultraviolet light and the precautions carry the reference that they were read in', () => {
    const { text } = tacrolimus!.sentences.find(({ references }) => references.includes('label-tacrolimus-uv'))!;
    expect(text).toBe('Keep sunlight on the skin to a minimum.');
    expect(tacrolimus!.sentences.at(-1)!.references).toEqual(['label-tacrolimus-uv']);
  });

  test('off-label use and the unknown long-term risk come first', () => {
    expect(view.general.map(({ references }) => references[0])).toEqual(['seneschal-2021', 'lee-2019', 'lee-2019', undefined]);
    expect(view.general[0]!.text).toContain('off-label');
    expect(view.general[3]!.text).toMatch(/^Not covered by these studies; ask your clinician: harms of light/);
    expect(view.general[2]!.text).toBe('Also reported, rarely: warts, odd feelings in the skin, and contact dermatitis.');
  });

  test('a fact without a sentence is shown in its own words, not dropped', () => {
    const strengths = { 'over 65': ['0.1%'], '2 to 15 years': [] };
    const label = { ...safetyRecord.labels[0]!, precautions: ['new precaution'], strengths };
    const [changed] = safetyView({ ...safetyRecord, labels: [label] }, english, details).labels;
    expect(textsOf(changed)).toEqual(expect.arrayContaining(['new precaution', 'over 65: 0.1 %.', 'Age 2 to 15: not labelled.']));
  });

  test('no sentence has a hole', () => {
    const texts = [...view.general, ...view.labels.flatMap(({ sentences }) => sentences)].map(({ text }) => text);
    expect(texts.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
  });
});
