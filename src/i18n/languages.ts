import { createLanguage, english, type Language, type LanguageSource } from './translate.js';

/** The languages beside English: their words load when a page first asks for them. */
const SOURCES: Readonly<Record<string, () => Promise<{ readonly source: LanguageSource }>>> = {
  ar: () => import('./ar.source.js'),
  es: () => import('./es.source.js'),
  fr: () => import('./fr.source.js'),
  ko: () => import('./ko.source.js'),
};

/** What has loaded, by tag; with a page's own region beside it, once one asked. */
const languages = new Map<string, Language>([[english.tag, english]]);

/** English for a language without words here, and for what is no tag: browser translators set `lang="auto"`. */
function read(tag: string): { readonly language: string; readonly locale: string } {
  try {
    const locale = new Intl.Locale(tag);
    const { language } = locale;
    if (language === 'en' || Object.hasOwn(SOURCES, language)) return { language, locale: locale.toString() };
  } catch {
    // Falls through.
  }
  return { language: 'en', locale: 'en' };
}

/** The language for a page's `lang`, if its words are here. */
export function loadedLanguage(tag: string): Language | undefined {
  const { language, locale } = read(tag);
  const regional = languages.get(locale) ?? languages.get(language)?.in(locale);
  if (regional) languages.set(locale, regional);
  return regional;
}

/**
 * The language for a tag (`fr-CA`), its words loaded: a server awaits it before it renders an element with that `lang`.
 * English for a language that has no words here and for what is no tag; rejects where the words cannot be loaded.
 */
export async function loadLanguage(tag: string): Promise<Language> {
  const { language } = read(tag);
  if (!languages.has(language)) {
    const { source } = await SOURCES[language]!();
    languages.set(language, createLanguage(source, language));
  }
  return loadedLanguage(tag)!;
}
