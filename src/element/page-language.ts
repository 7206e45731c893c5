import type { ReactiveElement } from 'lit';
import { loadedLanguage, loadLanguage } from '../i18n/languages.js';
import { english, type Language } from '../i18n/translate.js';
import { nearestLang } from './nearest-lang.js';

/**
 * The language that a page asks for where an element stands. Once the page asks for another one, the one before stays
 * until the new words are here; where they cannot be loaded it is English, and they are asked for again as soon as a
 * `lang` in the page changes.
 */
export class PageLanguage {
  /** What is on screen. */
  current = english;
  /** A `lang` whose words could not be loaded. */
  private unloadable: string | null = null;
  private observer: MutationObserver | null = null;

  /** `wait` is given each load, so that an update is complete once its words have come. */
  constructor(
    private readonly element: ReactiveElement,
    private readonly wait: (load: Promise<void>) => void,
  ) {}

  observe(): void {
    this.unloadable = null;
    this.observer ??= new MutationObserver(() => {
      this.unloadable = null;
      this.element.requestUpdate();
    });
    this.observer.observe(this.element.ownerDocument, { subtree: true, attributeFilter: ['lang'] });
  }

  disconnect(): void {
    this.observer?.disconnect();
  }

  get isLoaded(): boolean {
    return !!this.wanted;
  }

  /** What to show now. */
  follow(): Language {
    const { wanted } = this;
    if (!wanted) this.wait(this.load());
    return (this.current = wanted ?? this.current);
  }

  /** Loads the words; does not reject. */
  async load(): Promise<void> {
    const lang = nearestLang(this.element);
    await loadLanguage(lang).catch(() => (this.unloadable = lang));
    this.element.requestUpdate();
  }

  private get wanted(): Language | undefined {
    const lang = nearestLang(this.element);
    return lang === this.unloadable ? english : loadedLanguage(lang);
  }
}
