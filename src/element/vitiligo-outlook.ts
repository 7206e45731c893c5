import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { HostStudies, LivePools } from '../adapters/import/host-pools.js';
import { hatching } from '../charts/interval-bar.js';
import { answer } from '../evidence/answer.js';
import type { EvidenceSource } from '../evidence/evidence-source.js';
import type { InputName, NotUnderstood } from '../evidence/inputs.js';
import type { MaintenanceOutlook, Outlook, Threshold } from '../evidence/outlook.js';
import { NO_ROWS, type CheckedRows } from '../evidence/pooling/checked-rows.js';
import type { Method } from '../evidence/pooling/method.js';
import type { MessageKey } from '../i18n/en.js';
import type { Language } from '../i18n/translate.js';
import type { Issue } from '../schema/issue.js';
import { outlookView, type OutlookView } from '../view-model/outlook-view.js';
import { EvidenceErrorEvent, InputErrorEvent, OutlookChangeEvent } from './events.js';
import { issuesOf, look } from './core-gate.js';
import { showStates } from './custom-states.js';
import { ALLOWED, level, readHostValues, reflected, type ReadHostValues } from './host-values.js';
import { heading } from './heading.js';
import { harmsPanel } from './harms-panel.js';
import { notesPanel } from './notes-panel.js';
import { inPlace, onDemand } from './on-demand.js';
import { optionCard, thresholdsOf } from './option-card.js';
import { PageLanguage } from './page-language.js';
import type { PanelContext } from './panel-context.js';
import { LoadedParts, type PartSource } from './parts.js';
import { legend } from './picture.js';
import { property, state } from './property.js';
import { questionsPanel, showAnswers } from './questions-panel.js';
import { switchOf } from './switch.js';
import type { takeAway } from './take-away.js';
import { styles } from './vitiligo-outlook.styles.js';

type TakeAway = typeof takeAway;

/** What the pools made in the page hang on. */
const POOLED_FROM = ['studies', 'studiesSrc', 'method', 'own'] as const;

/** The chunk for pooling did not load: the precomputed pools stay. */
const LOAD_FAILED: LivePools = {
  pools: null,
  given: NO_ROWS,
  issues: [{ code: 'unreadable', path: ['studies'] }],
  messages: ['studies: cannot be read'],
};

/**
 * What published trials of topical calcineurin inhibitors (tacrolimus, pimecrolimus) found for people with vitiligo:
 * how many of 100 reached at least 25, 50 and 75 % repigmentation, alone and with light treatment, which side effects
 * were reported, and how often colour was lost again. Group results with their intervals, sources and limits; never
 * advice.
 *
 * @slot - Shown until the first render, and when the script or the evidence cannot be read.
 * @slot header - Above everything, e.g. a clinic's name.
 * @slot footer - Below everything.
 *
 * @fires {OutlookChangeEvent} outlook-change - After each update whose outlook differs by value, the first included.
 * @fires {InputErrorEvent} input-error - A value is not understood: `attribute`, `value`, `allowed`.
 * @fires {EvidenceErrorEvent} evidence-error - Evidence given by the page cannot be read: `issues`.
 *
 * @csspart inputs - The four questions.
 * @csspart results - All results.
 * @csspart option - One treatment option.
 * @csspart analysis - The studies behind the numbers, for clinicians.
 * @csspart harms - Side effects.
 * @csspart maintenance - Keeping the colour.
 * @csspart notes - What is not known.
 * @csspart support - For a talk: pictures of skin, choices, what matters, questions, what to take away.
 * @csspart basis - Basis, studies and limits.
 *
 * @cssproperty --vitiligo-outlook-text - Text colour.
 * @cssproperty --vitiligo-outlook-muted - Colour of secondary text.
 * @cssproperty --vitiligo-outlook-surface - Background.
 * @cssproperty --vitiligo-outlook-rule - Colour of thin rules.
 * @cssproperty --vitiligo-outlook-accent - Colour of controls and focus.
 * @cssproperty --vitiligo-outlook-soft - Background of notices and of the row that pictures show.
 * @cssproperty --vitiligo-outlook-any - Any repigmentation, in pictures and bars.
 * @cssproperty --vitiligo-outlook-25 - At least 25 %.
 * @cssproperty --vitiligo-outlook-50 - At least 50 %.
 * @cssproperty --vitiligo-outlook-75 - At least 75 %.
 * @cssproperty --vitiligo-outlook-harm - Side effects and loss of colour.
 *
 * @cssstate clinician - Worded for a clinician.
 * @cssstate pooled - The estimates are pooled here.
 * @cssstate input-error - A value given by the page is not understood.
 * @cssstate evidence-error - Evidence given by the page could not be read, in whole or in part.
 */
export class VitiligoOutlook extends LitElement {
  static override readonly styles = styles;

  /** The evidence that elements answer from: `{core, details()}`. A page with its own data sets it before use. */
  static evidence: EvidenceSource;
  /** The version of the package that the class comes from. */
  static version: string;

  /** Age of the person: `any`, `child` or `adult`. */
  @property({ attribute: 'age-group', reflect: true, useDefault: true, converter: reflected })
  ageGroup: string = ALLOWED.ageGroup[0];
  /** Part of the body: `any`, `face-neck`, `trunk-extremities` or `hands-feet`. */
  @property({ reflect: true, useDefault: true, converter: reflected }) site: string = ALLOWED.site[0];
  /** Whether light treatment is at hand: `not-stated`, `available` or `unavailable`. */
  @property({ reflect: true, useDefault: true, converter: reflected }) phototherapy: string = ALLOWED.phototherapy[0];
  /** Stage: `treating`, or `repigmented` once at least 75 % of the colour is back and the course is over. */
  @property({ reflect: true, useDefault: true, converter: reflected }) maintenance: string = ALLOWED.maintenance[0];
  /** Which numbers: `published` by the reviews, or `pooled` here from study counts. */
  @property({ reflect: true, useDefault: true, converter: reflected }) estimates: string = ALLOWED.estimates[0];
  /** For whom it is worded: `patient` or `clinician`. */
  @property({ reflect: true, useDefault: true, converter: reflected }) view: string = ALLOWED.view[0];
  /** Hides the switch between the two views. */
  @property({ type: Boolean, attribute: 'fixed-view', reflect: true }) fixedView = false;
  /** Level (1 to 6) of the element's own heading, so that it fits the page's outline. */
  @property({ attribute: 'heading-level', useDefault: true, converter: level }) headingLevel = 2;
  /** Colours: `auto` follows the page (its `color-scheme`), `light` and `dark` are fixed. */
  @property({ reflect: true, useDefault: true, converter: reflected }) theme: string = ALLOWED.theme[0];
  /**
   * Where a reader can report a misprint or a wrong figure: an address that begins with `https://`, `http://` or
   * `mailto:`. A link at the end of the basis leads there.
   */
  @property({ attribute: 'report-href', useDefault: true }) reportHref = '';
  /** What pictures of 100 are made of: `shapes` or `people`. */
  @property({ reflect: true, useDefault: true, converter: reflected }) icons: string = ALLOWED.icons[0];
  /** Skin tone of the drawings of skin: `1` (lightest) to `6` (darkest); `3` where nothing is said. */
  @property({ attribute: 'skin-tone', reflect: true, useDefault: true, converter: reflected })
  skinTone: string = ALLOWED.skinTone[0];
  /** Offers a link with the four answers in its fragment, and takes them from such a link when the page opens. */
  @property({ type: Boolean, attribute: 'share-link', reflect: true }) shareLink = false;
  /** Where a host's values came from, e.g. `{site: 'Problem list'}`; shown beside the question. */
  @property({ attribute: false }) prefilled: Partial<Record<InputName, string>> = {};

  /** Address of a JSON file with study counts to pool; fetched only when given. The page's policy must allow it. */
  @property({ attribute: 'studies-src' }) studiesSrc = '';
  /** Study counts to pool, `{studies, mode}`: `add`ed to the literature's (default) or to `replace` them. */
  @property({ attribute: false }) studies: HostStudies | null = null;
  /** How to pool, over the defaults: `{estimator, scale, interval, level}`, in metafor's names. */
  @property({ attribute: false }) method: Partial<Method> | null = null;

  @state() private announcement = '';
  /** What pictures show: at least so much. Surveys of patients call the highest worthwhile; never the lowest first. */
  @state() private threshold: Threshold = 75;
  /** Whether the questions are open in a narrow element. */
  @state() private isAsking = false;
  /** Pools made in the page, where it gave counts or a method of its own. */
  @state() private live: LivePools | null = null;
  /** Counts that a reader added in the page. */
  @state() private own: CheckedRows = NO_ROWS;

  #host!: ReadHostValues;
  readonly #pageLanguage = new PageLanguage(this, (load) => this.#waitFor(load));
  /** The outlook on screen and its words; `null` while the evidence is unfit. */
  #answered: { outlook: Outlook; model: OutlookView } | null = null;
  /** The issues of the evidence that were reported last. */
  #reportedIssues: readonly Issue[] | null = null;
  #lastOutlook = '';
  #lastShown = '';
  /** Whether the part that asked for new pools has said so: a change is announced once. */
  #isTold = false;
  /** What an update waits for before it is complete. */
  readonly #pending = new Set<Promise<void>>();
  readonly #parts = new LoadedParts(
    () => this.#partSource(),
    (load) => this.#waitFor(load),
  );
  // Optional: a server's stand-in for the DOM may not have it.
  readonly #internals = this.attachInternals?.();
  readonly #reportedInputs = new Map<string, string>();

  /**
   * The outlook for the present inputs, right at once after any property change; `null` if the evidence is unfit, and,
   * for evidence of a page's own, until it was looked at (`await element.updateComplete`).
   */
  get outlook(): Outlook | null {
    const { inputs, estimates } = readHostValues(this);
    if (this.#coreIssues?.length !== 0) return null;
    return answer(this.#evidence.core, inputs, estimates, this.live?.pools ?? undefined);
  }

  /** The outlook on screen as plain text for a record, with its intervals, sources and limits. */
  toText(): Promise<string> {
    return this.#takeAway('text');
  }

  /** The figures of the outlook as CSV: a row for each response, adverse event and arm of the maintenance trial. */
  toCsv(): Promise<string> {
    return this.#takeAway('csv');
  }

  /** Prints the element alone, from a clean document, whatever the page around it prints otherwise. */
  print(): Promise<void> {
    return this.#takeAway('print');
  }

  async #takeAway<Form extends keyof TakeAway>(form: Form) {
    const [{ takeAway }] = await Promise.all([import('./take-away.js'), this.updateComplete]);
    return takeAway[form](this, this.#language) as ReturnType<TakeAway[Form]>;
  }

  get #language(): Language {
    return this.#pageLanguage.current;
  }

  get #evidence(): EvidenceSource {
    return (this.constructor as typeof VitiligoOutlook).evidence;
  }

  /** `null` until somebody has looked at a host's own evidence. */
  get #coreIssues(): readonly Issue[] | null {
    return issuesOf(this.#evidence?.core);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#pageLanguage.observe();
    // A moved element may stand below another `lang`.
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#pageLanguage.disconnect();
  }

  /**
   * The first render waits for its words, and for the answers of a link; until then what the page wrote between the
   * tags stays in view.
   */
  protected override async scheduleUpdate() {
    if (!this.hasUpdated && this.shareLink && location.hash) await this.#takeAnswersFromLink();
    if (!this.hasUpdated && !this.#pageLanguage.isLoaded) {
      const fallback = document.createElement('slot');
      if (!this.renderRoot.firstChild) this.renderRoot.append(fallback);
      while (!this.#pageLanguage.isLoaded) await this.#pageLanguage.load();
      fallback.remove();
    }
    return super.scheduleUpdate();
  }

  async #takeAnswersFromLink() {
    const { answersIn } = await import('./support/share-link.js');
    Object.assign(this, answersIn(location.hash));
  }

  protected override willUpdate(changed: PropertyValues) {
    if (POOLED_FROM.some((name) => changed.has(name))) this.#waitFor(this.#poolLive());
    if (!this.#coreIssues) this.#waitFor(look(this.#evidence.core).then(() => this.requestUpdate()));
    this.#host = readHostValues(this);
    this.#parts.follow(this.#pageLanguage.follow());
    const { outlook } = this;
    this.#answered = outlook && { outlook, model: this.#viewOf(outlook) };
  }

  /** The patient view keeps to what was published: counts that short reports print are a favourable selection (C8). */
  #viewOf(outlook: Outlook): OutlookView {
    const clinician = this.#host.view === 'clinician';
    const shown = clinician ? outlook : answer(this.#evidence.core, outlook.inputs);
    const model = outlookView(shown, clinician, this.#language);
    this.#announce(JSON.stringify(shown), model);
    return model;
  }

  /** Says that the results on screen changed, from the second ones on. */
  #announce(shown: string, { summary }: OutlookView) {
    if (this.#lastShown && this.#lastShown !== shown) {
      const text = this.#language.t('announce', { summary });
      // The same words twice would not be read out again: one blank more makes them new.
      this.announcement = this.announcement === text ? `${text}\u00a0` : text;
    }
    this.#lastShown = shown;
  }

  protected override updated(_changed: PropertyValues) {
    const outlook = this.#answered?.outlook;
    const text = JSON.stringify(outlook) ?? '';
    const changed = text !== this.#lastOutlook;
    this.#lastOutlook = text;
    if (outlook && changed) this.dispatchEvent(new OutlookChangeEvent(outlook));
    showAnswers(this.renderRoot, this.#host.inputs);
    this.#reportIssues();
    this.#reportInputErrors();
    showStates(this.#internals, {
      clinician: this.#host.view === 'clinician',
      pooled: this.#host.estimates === 'pooled',
      'input-error': this.#host.notUnderstood.length > 0,
      'evidence-error': !!this.#coreIssues?.length || !!this.live?.issues.length,
    });
  }

  #reportIssues() {
    const issues = this.#coreIssues;
    if (issues?.length && !this.#reportedIssues) this.dispatchEvent(new EvidenceErrorEvent(issues));
    this.#reportedIssues ??= issues;
  }

  /** Each value that is not understood is reported once, until it changes. */
  #reportInputErrors() {
    const now = new Map(this.#host.notUnderstood.map((error) => [error.attribute, error]));
    for (const [attribute, { value, allowed }] of now) {
      if (this.#reportedInputs.get(attribute) === value) continue;
      this.#reportedInputs.set(attribute, value);
      this.dispatchEvent(new InputErrorEvent(attribute, value, allowed));
    }
    for (const attribute of this.#reportedInputs.keys()) {
      if (!now.has(attribute)) this.#reportedInputs.delete(attribute);
    }
  }

  /** An update is complete once counts of the page are pooled, and once what stands open has loaded. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    // By now a change of `lang` is observed: it asks for an update, and that for words.
    await super.getUpdateComplete();
    while (this.#pending.size) {
      await Promise.all(this.#pending);
      await super.getUpdateComplete();
    }
    return super.getUpdateComplete();
  }

  #partSource() {
    const { outlook } = this;
    const pool: PartSource['pool'] = (change) => {
      Object.assign(this, change);
      this.#isTold = true;
    };
    const wait = this.#waitFor;
    return outlook && { element: this, evidence: this.#evidence, language: this.#language, outlook, pool, wait };
  }

  readonly #waitFor = (work: Promise<void>) => {
    const settled = work.finally(() => this.#pending.delete(settled));
    this.#pending.add(settled);
  };

  async #poolLive(): Promise<void> {
    const { studies, studiesSrc, method, own } = this;
    const request = { studies, studiesSrc, method, own };
    const live =
      studies || studiesSrc || method || own.rows.length
        ? await import('../adapters/import/host-pools.js')
            .then(({ poolLive }) => poolLive(this.#evidence, request))
            .catch(() => LOAD_FAILED)
        : null;
    // A later request overtook this one.
    if (POOLED_FROM.some((name) => request[name] !== this[name])) return;
    this.live = live;
    if (this.#isTold) this.#lastShown = '';
    this.#isTold = false;
    if (live?.issues.length) this.dispatchEvent(new EvidenceErrorEvent(live.issues));
  }

  readonly #handleAsking = () => {
    this.isAsking = !this.isAsking;
  };

  readonly #handleAnswer = (name: InputName, value: string) => {
    this[name] = value;
  };

  protected override render() {
    const { t } = this.#language;
    return html`
      <div class="root" lang=${this.#language.tag} dir=${this.#language.dir} data-theme=${this.#host.theme}>
        ${hatching}
        <slot name="header"></slot>
        ${heading(this.#host.headingLevel, t('title'), 'title')}
        <p class="intended-use">${t('intended-use')}</p>
        ${this.#host.notUnderstood.map((error) => this.#notice(error))}
        ${this.#answered ? this.#renderAnswer(this.#answered.outlook, this.#answered.model) : this.#renderUnfit()}
        <slot name="footer"></slot>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>
    `;
  }

  #renderAnswer(outlook: Outlook, model: OutlookView) {
    const { t } = this.#language;
    const messages = this.live?.messages;
    const context: PanelContext = {
      language: this.#language,
      level: this.#host.headingLevel + 1,
      clinician: this.#host.view === 'clinician',
      icons: this.#host.icons,
      threshold: this.threshold,
      parts: this.#parts,
    };
    const fold = { isOpen: this.isAsking, onToggle: this.#handleAsking };
    const cards = model.options.map((option, i) => optionCard(option, outlook.options[i]!, context));
    return html`
      ${messages?.length ? inPlace('further', context, ({ unread }) => unread(messages)) : nothing}
      <div class="layout">
        ${questionsPanel(model, this.#host.inputs, this.prefilled, context, fold, this.#handleAnswer)}
        <div class="results" part="results">
          <div class="results-head">
            <p class="lead">${t('tci')} ${t('repigmentation')}</p>
            ${this.#host.view === 'clinician' ? this.#switch('estimates') : nothing}
            ${this.fixedView ? nothing : this.#switch('view')}
          </div>
          ${outlook.maintenance ? this.#renderMaintenance(outlook.maintenance, context) : nothing}
          ${context.clinician ? nothing : this.#renderThreshold(model, context)}
          <div class="options">${cards.slice(0, 2)}<div class="stack">${cards.slice(2)}</div></div>
          ${onDemand(t('sites.heading'), 'sites', context, (sites) => sites.show(context), 'fold sites')}
          ${context.clinician ? this.#renderAnalysis(context) : nothing}
          ${harmsPanel(model.harms, context)}
          ${onDemand(t('support'), 'support', context, (support) => support.content(outlook, context.level), 'support', 'support')}
          ${notesPanel(model.notes, context)}
          ${this.#renderBasis(outlook, model, context)}
        </div>
      </div>
    `;
  }

  /** The studies behind the numbers, in a part that draws itself and follows the element. */
  #renderAnalysis(context: PanelContext) {
    const { method, live } = this;
    const language = this.#language;
    const given = live?.given ?? NO_ROWS;
    const shown = { language, level: context.level + 1, inputs: this.#host.inputs, method, given };
    return onDemand(language.t('analysis'), 'analysis', context, (panel) => panel.show(shown), 'basis', 'analysis');
  }

  #renderMaintenance(outlook: MaintenanceOutlook, context: PanelContext) {
    return html`<section class="panel" part="maintenance">
      ${heading(context.level, this.#language.t('maintenance.heading'), 'panel-title')}
      ${inPlace('further', context, ({ maintenance }) => maintenance(outlook, context))}
    </section>`;
  }

  #renderBasis(outlook: Outlook, model: OutlookView, context: PanelContext) {
    const { t } = this.#language;
    return html`
      ${onDemand(t('basis'), 'details', context, (details) => details.basis(outlook, context.level, this.#host.reportHref), 'basis', 'basis')}
      <p class="source">${model.source}. ${t('cite')}.</p>
    `;
  }

  #switch(property: 'view' | 'estimates') {
    const { t } = this.#language;
    const text = (value: string) => t(`${property}.${value}` as MessageKey);
    return switchOf(t(property), ALLOWED[property], this.#host[property], text, (value) => (this[property] = value));
  }

  #renderThreshold({ options }: OutlookView, context: PanelContext) {
    const { t } = this.#language;
    const label = t('threshold.show');
    const text = (value: Threshold) =>
      value === 'any' ? t('threshold.short.any') : t('threshold.button', { threshold: value });
    const range = options.some(({ responses }) => responses.some((response) => response.range)) ? t('legend.range') : null;
    return html`<div class="tone-${this.threshold}">
      <div class="choice">
        <span>${label}</span>
        ${switchOf(label, thresholdsOf(options), this.threshold, text, (value) => (this.threshold = value))}
      </div>
      ${legend({ reached: t('legend.reached'), rest: t('legend.rest'), range }, context)}
    </div>`;
  }

  #notice({ attribute, value, allowed }: NotUnderstood) {
    const text = this.#language.t('not-understood', { attribute, value, allowed: allowed.join(', ') });
    return html`<p class="notice" role="alert">${text}</p>`;
  }

  /** Evidence that cannot be read, or is yet to be looked at: say so, and leave the page's own text in view. */
  #renderUnfit() {
    const { t } = this.#language;
    return html`${this.#coreIssues
        ? html`<p class="notice" role="alert">${t('evidence-error.core')}</p>`
        : html`<p>${t('loading')}</p>`}
      <slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitiligo-outlook': VitiligoOutlook;
  }
}
