import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A number of the oracle; null stands for NA, NaN or "not defined". */
export type GoldenNumber = number | null;

/** Whatever carries an error or warnings of R instead of, or beside, its numbers. */
export interface Remarks {
  readonly error?: string;
  readonly warnings?: readonly string[];
}

/** R's iteration ended without an answer, which does not mean that there is none. */
export function stoppedEarly({ error }: Remarks): boolean {
  return error !== undefined && /converge|opposite sign|maximum number of iterations/i.test(error);
}

export interface GoldenBackTransform {
  readonly est: GoldenNumber;
  readonly 'ci.lb': GoldenNumber;
  readonly 'ci.ub': GoldenNumber;
  readonly 'pi.lb'?: GoldenNumber;
  readonly 'pi.ub'?: GoldenNumber;
}

export interface GoldenTest extends Remarks {
  readonly beta?: GoldenNumber;
  readonly se: GoldenNumber;
  readonly stat: GoldenNumber;
  readonly df: GoldenNumber;
  readonly pval: GoldenNumber;
  readonly 'ci.lb': GoldenNumber;
  readonly 'ci.ub': GoldenNumber;
  readonly 'pi.lb'?: GoldenNumber;
  readonly 'pi.ub'?: GoldenNumber;
  readonly 'pi_riley.lb'?: GoldenNumber;
  readonly 'pi_riley.ub'?: GoldenNumber;
  readonly bt?: GoldenBackTransform;
}

export interface GoldenFit extends Remarks {
  readonly id: string;
  readonly method: 'EE' | 'DL' | 'HE' | 'HS' | 'SJ' | 'ML' | 'REML' | 'EB' | 'PM';
  readonly k: number;
  readonly tau2: GoldenNumber;
  readonly 'se.tau2': GoldenNumber;
  readonly I2: GoldenNumber;
  readonly H2: GoldenNumber;
  readonly QE: GoldenNumber;
  readonly QEdf: GoldenNumber;
  readonly QEp: GoldenNumber;
  readonly vt: GoldenNumber;
  readonly fitstats?: Readonly<Record<'logLik' | 'deviance' | 'AIC' | 'BIC' | 'AICc', GoldenNumber>>;
  readonly weights?: readonly GoldenNumber[];
  readonly tests?: { readonly z?: GoldenTest; readonly knha?: GoldenTest; readonly adhoc?: GoldenTest };
  readonly polish?: {
    readonly tau2: number;
    readonly beta: number;
    readonly se: number;
    readonly n_stationary: number;
    readonly boundary: boolean;
  };
}

export interface GoldenMeasure {
  readonly key: string;
  readonly measure: 'PR' | 'PLO' | 'PAS' | 'PFT' | 'RR' | 'OR' | 'RD' | 'GEN';
  readonly add: number;
  readonly to: 'only0' | 'if0all' | 'all' | 'none';
  readonly drop00: boolean;
  readonly yi: readonly GoldenNumber[];
  readonly vi: readonly GoldenNumber[];
  readonly study_bt?: Readonly<Record<'est' | 'ci.lb' | 'ci.ub', readonly GoldenNumber[]>>;
  readonly harmonic_mean_n?: number;
  readonly fits?: readonly GoldenFit[];
  readonly qprofile?: Remarks & {
    readonly [limit in `${'tau2' | 'tau' | 'I2' | 'H2'}.${'lb' | 'ub'}`]: number;
  } & { readonly 'ci.null': boolean };
  /** The parts beyond the pool; each check module knows the ones it reads. */
  readonly [part: string]: unknown;
}

export interface GoldenTablePool extends Remarks {
  readonly measure: 'OR' | 'RR' | 'RD' | 'PETO';
  readonly correct: boolean;
  readonly [quantity: string]: unknown;
}

export interface GoldenGlmm extends Remarks {
  readonly beta: number;
  readonly tau2: number;
  readonly se: number;
  readonly se_tau?: number;
  readonly se_beta_given_tau?: number;
  readonly logLik: number;
  readonly boundary: boolean;
}

export interface GoldenDataset {
  readonly id: string;
  readonly kind: 'prop' | '2x2' | 'gen';
  readonly k: number;
  readonly xi?: readonly number[];
  readonly ni?: readonly number[];
  readonly ai?: readonly number[];
  readonly n1i?: readonly number[];
  readonly ci?: readonly number[];
  readonly n2i?: readonly number[];
  readonly yi?: readonly number[];
  readonly vi?: readonly number[];
  readonly cont?: Readonly<Record<string, readonly GoldenNumber[]>>;
  readonly fac?: Readonly<Record<string, readonly (string | null)[]>>;
  readonly order?: Readonly<Record<string, readonly GoldenNumber[]>>;
  readonly measures?: readonly GoldenMeasure[];
  readonly mh?: readonly GoldenTablePool[];
  readonly peto?: GoldenTablePool;
  readonly glmm?: { readonly exact?: GoldenGlmm };
}

export interface GoldenInterval {
  readonly x: number;
  readonly n: number;
  readonly level: number;
  readonly wilson: readonly [number, number];
  readonly clopper_pearson: readonly [number, number];
  readonly jeffreys: readonly [number, number];
  readonly jeffreys_unmodified: readonly [number, number];
  readonly agresti_coull_unclipped: readonly [number, number];
}

export interface GoldenFile {
  readonly meta: { readonly split: string; readonly versions: Readonly<Record<string, string>> };
  readonly datasets?: readonly GoldenDataset[];
  readonly intervals?: readonly GoldenInterval[];
  /** Parallel columns: arg1, arg2, ..., value. */
  readonly distributions?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Reads every *.json and *.json.gz of a folder. Infinite numbers, strings in the files, become numbers. */
export function readGoldenFiles(folder: string): { readonly name: string; readonly data: GoldenFile }[] {
  const names = readdirSync(folder).filter((name) => /\.json(\.gz)?$/.test(name));
  if (names.length === 0) throw new Error(`no *.json or *.json.gz in ${folder}`);
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return { name, data: JSON.parse(text, reviveInfinity) as GoldenFile };
  });
}

function reviveInfinity(_key: string, value: unknown): unknown {
  if (value === 'Infinity') return Infinity;
  return value === '-Infinity' ? -Infinity : value;
}
