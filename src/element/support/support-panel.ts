import { html } from 'lit';
import { answer } from '../../evidence/answer.js';
import type { EvidenceDetails } from '../../evidence/details.js';
import type { Outlook } from '../../evidence/outlook.js';
import { createSupportWords, type SupportWords } from '../../i18n/support.js';
import { outlookView } from '../../view-model/outlook-view.js';
import { supportView, type SupportView } from '../../view-model/support-view.js';
import { heading } from '../heading.js';
import { readHostValues } from '../host-values.js';
import type { PartSource } from '../parts.js';
import { choicesStep } from './choices-step.js';
import { copyText } from './copy-text.js';
import { listStep } from './list-step.js';
import { listAsText, OwnList } from './own-list.js';
import { seeStep } from './see-step.js';
import { supportStyles } from './support.styles.js';
import { takeStep, type Copied } from './take-step.js';

/** What a person with vitiligo and a clinician talk over beside the numbers, from its own chunk. */
export interface SupportPanel {
  readonly styles: typeof supportStyles;
  /** What was ticked and written, for the panel in another language. */
  readonly own: OwnList;
  content(outlook: Outlook, level: number): unknown;
}

/**
 * What a person ticked and wrote is taken over from the panel before. Everything is put into words once, so that
 * details of a page's own that cannot be are an error here and not on screen.
 */
export function createSupportPanel(
  source: PartSource,
  details: EvidenceDetails,
  before: SupportPanel | null,
): SupportPanel {
  const panel = panelOf(source, details, before);
  panel.content(source.outlook, 1);
  return panel;
}

function panelOf({ element, evidence, language }: PartSource, details: EvidenceDetails, before: SupportPanel | null) {
  const { core } = evidence;
  const words = createSupportWords(language);
  const own = before?.own ?? new OwnList();
  let copied: Copied | null = null;
  const changed = () => {
    copied = null;
    element.requestUpdate();
  };
  const copy = async (text: string) => {
    copied = { text, done: await copyText(text) };
    element.requestUpdate();
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea[readonly]')?.select();
  };
  const note = async () => [await element.toText(), own.include ? listAsText(own, words) : ''].join('\n').trim();
  const actions = {
    changed,
    copyNote: () => void note().then(copy),
    printAll: () => void element.print(),
    printList: () => void import('../take-away.js').then(({ takeAway }) => takeAway.ownList(element)),
  };
  return {
    styles: supportStyles,
    own,
    content({ inputs }: Outlook, level: number) {
      // What was published, as in the patient view: the choices do not turn on how rates are pooled.
      const outlook = answer(core, inputs);
      const { options } = outlookView(outlook, false, language);
      const view = supportView({ outlook, options, details, weeks: core.maintenance.weeks }, words);
      const link = () => void import('./share-link.js').then(({ linkTo }) => copy(linkTo(inputs)));
      return steps(view, words, own, level, {
        see: seeStep(readHostValues(element).skinTone, view.worthwhile, words, (tone) => (element.skinTone = tone)),
        take: takeStep(own, copied, words, level + 1, { ...actions, copyLink: element.shareLink ? link : null }),
        changed,
      });
    },
  };
}

interface Rendered {
  readonly see: unknown;
  readonly take: unknown;
  readonly changed: () => void;
}

/** The condition, the question, and five steps. The lists stand on paper once, as the person's own. */
function steps(view: SupportView, words: SupportWords, own: OwnList, level: number, { see, take, changed }: Rendered) {
  const { t } = words;
  const contents = [
    ['see', see],
    ['choices', choicesStep(view, words, level + 1)],
    ['value', listStep('value', own, words, changed)],
    ['ask', listStep('ask', own, words, changed)],
    ['take', take],
  ] as const;
  return html`
    <p>${t('vitiligo')} ${t('decision')}</p>
    <p class="small">${t('steps')}</p>
    ${contents.map(
      ([step, content], k) => html`<section class="step step-${step} ${own.include ? 'with-own' : ''}">
        ${heading(level, t('step', { n: k + 1, title: t(`${step}.title`) }), 'step-title')} ${content}
      </section>`,
    )}
  `;
}
