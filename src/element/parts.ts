import { isServer, type CSSResult } from 'lit';
import type { EvidenceDetails } from '../evidence/details.js';
import type { EvidenceSource } from '../evidence/evidence-source.js';
import type { Outlook } from '../evidence/outlook.js';
import type { CheckedRows } from '../evidence/pooling/checked-rows.js';
import type { Method } from '../evidence/pooling/method.js';
import type { Language } from '../i18n/translate.js';
import type { AnalysisPanel } from './analysis/analysis-panel.js';
import type { DetailsPanel } from './details-panel.js';
import type { FurtherPanel } from './further-panel.js';
import type { SitesPanel } from './sites-panel.js';
import type { FigurePanel } from './support/figure-panel.js';
import type { SupportPanel } from './support/support-panel.js';
import type { VitiligoOutlook } from './vitiligo-outlook.js';

/**
 * Parts of the element that load when they are first needed, each in a chunk of its own. To add one:
 *
 * 1. Write `<name>-panel.ts`, or a folder with several files, with a function that makes the part: it takes its words
 *    and data from the source and returns functions that give templates. Its own styles go along as `styles`; the
 *    first screen's sheet stays small.
 * 2. Give it a line in `Parts` and one in `LOAD`.
 * 3. Place it in the element's `renderAnswer` with `onDemand` (loads when its fold is opened) or `inPlace` (loads as
 *    soon as it stands on screen). The patient's support stands after the harms, the clinician's analysis after the
 *    options.
 *
 * What a reader entered lives in the part, which asks `element.requestUpdate()` to show it; where the language changes,
 * the part is made anew and is handed the one before.
 */
export interface Parts {
  /** Explanations: doubts about figures, what nobody pooled, labels, the basis. */
  readonly details: DetailsPanel;
  /** What stands beside the options: keeping the colour, ratios of other reviews, people without a cream. */
  readonly further: FurtherPanel;
  /** The studies behind the numbers, for clinicians. */
  readonly analysis: AnalysisPanel;
  /** One treatment on the parts of the body. */
  readonly sites: SitesPanel;
  /** The body figure beside the question of where. */
  readonly figure: FigurePanel;
  /** For a talk: what the grades look like, what choices involve, what matters, questions, what to take away. */
  readonly support: SupportPanel;
}

const LOAD: { readonly [Name in PartName]: Load<Name> } = {
  details: async ({ evidence, language, outlook }) => {
    const [{ createDetailsPanel }, details] = await Promise.all([import('./details-panel.js'), detailsOf(evidence)]);
    return createDetailsPanel(details, language, outlook);
  },
  further: async ({ language }) => (await import('./further-panel.js')).createFurtherPanel(language),
  analysis: async (source, before) => before ?? (await import('./analysis/analysis-panel.js')).createAnalysisPanel(source),
  sites: async ({ evidence, language }) => (await import('./sites-panel.js')).createSitesPanel(evidence.core, language),
  figure: async () => (await import('./support/figure-panel.js')).figurePanel,
  support: async (source, before) => {
    const [{ createSupportPanel }, details] = await Promise.all([
      import('./support/support-panel.js'),
      detailsOf(source.evidence),
    ]);
    return createSupportPanel(source, details, before);
  },
};

const asked = new WeakMap<EvidenceSource, Promise<EvidenceDetails>>();

/** Several parts show the evidence's details: they are asked for once, and again where that failed. */
function detailsOf(evidence: EvidenceSource): Promise<EvidenceDetails> {
  const details = asked.get(evidence) ?? (async () => evidence.details())();
  asked.set(evidence, details);
  details.catch(() => asked.delete(evidence));
  return details;
}

export type PartName = keyof Parts;
type Load<Name extends PartName> = (source: PartSource, before: Parts[Name] | null) => Promise<Parts[Name]>;

/** What a part can be made from. */
export interface PartSource {
  readonly element: VitiligoOutlook;
  readonly evidence: EvidenceSource;
  readonly language: Language;
  readonly outlook: Outlook;
  /** Pools by a reader's method or counts, in the place of those before; the part itself tells of the change. */
  readonly pool: (change: { readonly method: Method } | { readonly own: CheckedRows }) => void;
  /** An update of the element is complete once this is done, too. */
  readonly wait: (work: Promise<void>) => void;
}

/** Every part may bring styles. */
export interface Styled {
  readonly styles?: CSSResult;
}

interface State {
  readonly language: Language;
  part: unknown;
  status: 'loading' | 'failed' | 'loaded';
}

/** The parts of one element: each loads once, says when it cannot, may be asked for again, and follows the language. */
export class LoadedParts {
  private readonly states = new Map<PartName, State>();

  /** `wait` is given each load, so that an update is complete once what it shows has come. */
  constructor(
    private readonly source: () => PartSource | null,
    private readonly wait: (load: Promise<void>) => void,
  ) {}

  /** A part once loaded; `null` before it is. */
  get<Name extends PartName>(name: Name): Parts[Name] | 'failed' | null {
    const state = this.states.get(name);
    if (state?.status === 'failed') return 'failed';
    return state?.status === 'loaded' ? (state.part as Parts[Name]) : null;
  }

  /** Asks for a part; again where that failed before. */
  readonly load = (name: PartName): void => {
    if (!this.states.has(name) || this.get(name) === 'failed') this.start(name);
  };

  /** Makes anew what was made in another language. */
  follow(language: Language): void {
    for (const [name, state] of this.states) if (state.language !== language) this.start(name);
  }

  private start<Name extends PartName>(name: Name): void {
    const source = this.source();
    // A server sends the page off without waiting.
    if (isServer || !source) return;
    const before = this.states.get(name)?.part as Parts[Name] | undefined;
    const state: State = { language: source.language, part: before, status: 'loading' };
    this.states.set(name, state);
    this.wait(this.finish(state, source, async () => LOAD[name](source, before ?? null)));
  }

  private async finish(state: State, { element }: PartSource, load: () => Promise<Styled>): Promise<void> {
    try {
      const part = await load();
      if (part.styles) adopt(element.shadowRoot!, part.styles);
      Object.assign(state, { part, status: 'loaded' });
    } catch {
      state.status = 'failed';
    }
    element.requestUpdate();
  }
}

function adopt({ adoptedStyleSheets }: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}
