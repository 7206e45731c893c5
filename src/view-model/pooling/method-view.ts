import type { Method } from '../../evidence/pooling/method.js';
import { PRESETS } from '../../evidence/pooling/presets.js';
import { METHOD_CHOICES } from '../../evidence/pooling/read-method.js';
import { SET_IDS, SIX_MONTHS, type SetId } from '../../evidence/pooling/sensitivity-sets.js';
import type { PoolingKey } from '../../i18n/en.pooling.js';
import type { PoolingWords } from '../../i18n/pooling.js';

/** A choice with one sentence on what it means. */
export interface ChoiceView<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly meaning: string;
}

export interface MethodView {
  readonly groups: readonly {
    readonly name: keyof typeof METHOD_CHOICES;
    readonly label: string;
    readonly choices: readonly ChoiceView[];
  }[];
  readonly level: { readonly label: string; readonly meaning: string };
  readonly presets: readonly (ChoiceView & { readonly method: Method })[];
  readonly sets: readonly ChoiceView<SetId>[];
  /** Why no preset gives the published numbers. */
  readonly statement: string;
}

/** Every choice that pooling has, in words. */
export function methodView({ t }: PoolingWords): MethodView {
  const choice = <Value extends string>(kind: string, value: Value): ChoiceView<Value> => ({
    value,
    label: t(`${kind}.${value}` as PoolingKey, { months: SIX_MONTHS }),
    meaning: t(`${kind}.${value}.meaning` as PoolingKey),
  });
  const names = Object.keys(METHOD_CHOICES) as (keyof typeof METHOD_CHOICES)[];
  return {
    groups: names.map((name) => ({
      name,
      label: t(`method.${name}`),
      choices: METHOD_CHOICES[name].map((value) => choice(name, value)),
    })),
    level: { label: t('method.level'), meaning: t('level.meaning') },
    presets: Object.entries(PRESETS).map(([id, method]) => ({ ...choice('preset', id), method })),
    sets: SET_IDS.map((id) => choice('set', id)),
    statement: t('method.statement'),
  };
}
