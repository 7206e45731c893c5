import type { AnalysedTrial, PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { Method } from '../../evidence/pooling/method.js';

/**
 * The analysis on screen as a script for R with metafor that prints the same numbers. The data stand in it as literals;
 * text is ASCII with escapes, so that no name can become code, whatever the encoding of the file.
 */
export function analysisR(analysis: PoolAnalysis, { core }: Pick<PoolMaterial, 'core'>): string {
  const { request, correlation, trials } = analysis;
  const { question, method } = request;
  return [
    comment(`${question.treatment}, age ${question.ageGroup}, site ${question.site}, threshold ${question.threshold}`),
    comment(`set ${request.set}; evidence ${core.evidence.version} (${core.evidence.hash})`),
    'suppressMessages(library(metafor))',
    '',
    dataFrame(trials),
    '',
    `level <- ${literal(method.level)}`,
    comment('How alike the lesions of one person are: 1 all alike, 0 as if of different people.'),
    `icc <- ${literal(correlation)}`,
    'd <- d[d$included, ]',
    ...(method.zeroCells === 'drop' ? [dropZeroCells(method.scale)] : []),
    '',
    program(method),
    '',
  ].join('\n');
}

function dataFrame(trials: readonly AnalysedTrial[]): string {
  const column = (name: string, of: (trial: AnalysedTrial) => string | number | boolean) =>
    `  ${name} = ${vector(trials.map(of))}`;
  const columns = [
    column('study', ({ study }) => study),
    column('origin', ({ origin }) => origin),
    column('events', ({ events }) => events),
    column('total', ({ total }) => total),
    column('people', ({ people }) => people),
    column('included', ({ included }) => included),
  ];
  return `d <- data.frame(\n${columns.join(',\n')},\n  stringsAsFactors = FALSE)`;
}

/** Empty vectors keep their type, so that a frame without rows has columns. */
function vector(values: readonly (string | number | boolean)[]): string {
  return values.length ? `c(${values.map(literal).join(', ')})` : 'character(0)';
}

function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : `"${escaped(value)}"`;
}

/** R has no character 0; every other one that is not plain ASCII is written by its code point. */
function escaped(text: string): string {
  const plain = text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd');
  return plain.replace(/[^ !#-[\]-~]/gu, (character) =>
    character === '"' || character === '\\' ? `\\${character}` : `\\U{${character.codePointAt(0)!.toString(16)}}`,
  );
}

const comment = (text: string) => `# ${text.replace(/[^ -~]/g, '?')}`;

/** The arcsine scales need no correction, so that nothing is dropped there. */
function dropZeroCells(scale: Method['scale']): string {
  const drop = 'd <- d[d$events > 0 & d$events < d$total, ]';
  return isCorrected(scale) ? drop : comment('No zero cells are dropped on this scale.');
}

const isCorrected = (scale: Method['scale']) => scale === 'PLO' || scale === 'PR';

const BACK: Readonly<Record<Method['scale'], string>> = {
  PLO: 'plogis(y)',
  PR: 'pmin(1, pmax(0, y))',
  PAS: 'sin(pmin(pi / 2, pmax(0, y)))^2',
  PFT: 'pmin(1, pmax(0, transf.ipft.hm(y, targs = list(ni = d$total))))',
};

function program({ estimator, scale, interval }: Method): string {
  return `show <- function(name, value) cat(sprintf("%-18s %.15g\\n", name, value), sep = "")
back <- function(y) ${BACK[scale]}
if (nrow(d) == 0) {
  cat("no study\\n")
} else if (nrow(d) == 1) {
  deff <- 1 + (d$total / d$people - 1) * icc
  x <- d$events / deff
  n <- d$total / deff
  show("estimate", d$events / d$total)
  show("low", if (x == 0) 0 else qbeta((1 - level) / 2, x, n - x + 1))
  show("high", if (x == n) 1 else qbeta((1 + level) / 2, x + 1, n - x))
} else {
  es <- escalc(measure = "${scale}", xi = events, ni = total, data = d, add = ${isCorrected(scale) ? '1/2' : '0'}, to = "only0")
  es$vi <- es$vi * (1 + (d$total / d$people - 1) * icc)
  r <- rma(yi, vi, data = es, method = "${estimator}", test = "${interval}", level = 100 * level,
    control = list(threshold = 1e-12, tol = 1e-12, maxiter = 10000))
  show("estimate", back(c(r$beta)))
  show("low", back(r$ci.lb))
  show("high", back(r$ci.ub))
  show("tau_squared", r$tau2)
  show("i_squared", r$I2)
  show("q", r$QE)
  show("q_p", r$QEp)
  if (r$k >= 5 && r$tau2 > 0) {
    margin <- qt((1 + level) / 2, r$k - 1) * sqrt(r$se^2 + r$tau2)
    show("prediction_low", back(c(r$beta) - margin))
    show("prediction_high", back(c(r$beta) + margin))
  }
  print(data.frame(study = d$study, weight = unname(weights(r))))
}`;
}
