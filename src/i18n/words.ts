import type { en, PluralKey } from './en.js';
import type { DetailMessages } from './en.details.js';
import type { FurtherMessages } from './en.further.js';
import type { SupportMessages } from './en.support.js';

/** The forms of a noun beside a number, by the names of `Intl.PluralRules`: English has two, Arabic six, Korean one. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The words of the first screen in a language with these plural forms: a key too few or too many is a type error. */
export type ScreenMessages<Form extends PluralForm> = Readonly<
  Record<Exclude<keyof typeof en, `${PluralKey}.${PluralForm}`> | `${PluralKey}.${Form}`, string>
>;

/**
 * All that is translated. Explanations of single errata and the analysis panel are not: they discuss an English text
 * word by word.
 */
export interface Words {
  readonly screen: ScreenMessages<'other'>;
  /** English has these in the parts that show them. */
  readonly details?: DetailMessages;
  readonly further?: FurtherMessages;
  readonly support?: SupportMessages;
}
