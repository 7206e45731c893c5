import type { core } from 'zod/mini';
import type { IssueValue } from './issue.js';

/** What the fields of a record without further records take, as plain data: what its schema says, without zod. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

export interface FieldRule {
  /** Not given where `values` are. */
  readonly type?: 'string' | 'number' | 'int' | 'boolean' | 'array';
  readonly values?: readonly IssueValue[];
  readonly limits?: readonly Limit[];
  /** Of a list. */
  readonly items?: FieldRule;
  readonly nullable?: true;
  readonly optional?: true;
  readonly default?: unknown;
}

/** `above` is a limit that itself is too small. */
export type Limit = readonly [kind: 'empty' | 'too-long' | 'too-small' | 'above' | 'too-big', limit: number] | Format;
type Format = readonly [kind: 'bad-format', pattern: string];

/** Throws on what rules cannot say, so that none of it is lost. */
export function rulesOf({ _zod: { def } }: core.$ZodObject): FieldRules {
  if (def.catchall?._zod.def.type !== 'never') throw new Error('Rules refuse a field that is not named.');
  const rules = Object.entries(def.shape).map(([name, schema]) => [name, ruleOf(schema as core.$ZodTypes)]);
  return Object.fromEntries(rules) as FieldRules;
}

function ruleOf({ _zod: { def } }: core.$ZodTypes): FieldRule {
  const inner = () => ruleOf((def as core.$ZodOptionalDef).innerType as core.$ZodTypes);
  const limits = (def.checks ?? []).map(limitOf);
  if (limits.length && !['string', 'number'].includes(def.type)) throw new Error(`Rules set no limits to ${def.type}.`);
  switch (def.type) {
    case 'optional':
      return { ...inner(), optional: true };
    case 'nullable':
      return { ...inner(), nullable: true };
    case 'default':
      return { ...inner(), default: def.defaultValue };
    case 'enum':
      return { values: Object.values(def.entries) };
    case 'literal':
      return { values: def.values as IssueValue[] };
    case 'array':
      return { type: 'array', items: ruleOf(def.element as core.$ZodTypes) };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return { type: 'string', limits };
    case 'number':
      return 'format' in def ? { type: 'int', limits: [...SAFE, ...limits] } : { type: 'number', limits };
    default:
      throw new Error(`There is no rule for ${def.type}.`);
  }
}

const SAFE: readonly Limit[] = [
  ['too-small', Number.MIN_SAFE_INTEGER],
  ['too-big', Number.MAX_SAFE_INTEGER],
];

function limitOf(check: core.$ZodCheck<never>): Limit {
  const { def } = check._zod as unknown as core.$ZodChecks['_zod'];
  switch (def.check) {
    case 'min_length':
      return ['empty', def.minimum];
    case 'max_length':
      return ['too-long', def.maximum];
    case 'greater_than':
      return [def.inclusive ? 'too-small' : 'above', Number(def.value)];
    case 'less_than':
      if (def.inclusive) return ['too-big', Number(def.value)];
      break;
    case 'string_format':
      if (def.pattern && !def.pattern.flags) return ['bad-format', def.pattern.source];
  }
  throw new Error(`There is no limit for ${def.check}.`);
}
