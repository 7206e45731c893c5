import type { Outlook, ResponseEstimate, Stratum, TreatmentOption } from '../../evidence/outlook.js';
import { csvText, type CsvValue } from './csv-text.js';

/** Columns of {@link toCsv}, in order. Proportions are 0..1; an empty cell means that there is no such figure. */
export const COLUMNS = [
  'outcome', 'treatment', 'stratum_age_group', 'stratum_site', 'threshold', 'months', 'kind', 'unit', 'events', 'total',
  'estimate', 'low', 'high', 'level', 'interval_from', 'studies', 'participants', 'errata', 'references',
  'evidence_version', 'evidence_hash',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], CsvValue>>;

/** An outlook's figures as CSV (RFC 4180): a row for each response, adverse event and arm of the maintenance trial. */
export function toCsv(outlook: Outlook): string {
  const { version, hash } = outlook.evidence;
  const rows = [...outlook.options.flatMap(responseRows), ...adverseEventRows(outlook), ...maintenanceRows(outlook)];
  return csvText(COLUMNS, rows, { evidence_version: version, evidence_hash: hash });
}

function responseRows({ treatment, stratum, responses, alsoRelevant }: TreatmentOption): Row[] {
  const groups = [...(stratum ? [{ stratum, responses }] : []), ...alsoRelevant];
  return groups.flatMap((group) => group.responses.map((response) => responseRow(treatment, group.stratum, response)));
}

function responseRow(treatment: string, { ageGroup, site }: Stratum, response: ResponseEstimate): Row {
  const { threshold, months, kind, unit, estimate, low, high, level, studies, participants } = response;
  return {
    outcome: 'repigmentation', treatment, stratum_age_group: ageGroup, stratum_site: site, threshold, kind, unit,
    months: months?.printed ?? months?.median ?? null, estimate, low, high, level, studies, participants,
    interval_from: response.intervalFrom, errata: list(response.errata), references: list(response.references),
  };
}

function adverseEventRows({ adverseEvents }: Outlook): Row[] {
  return adverseEvents.map(({ event, treatment, events, total, estimate, low, high, unit, errata, references }) => ({
    outcome: event, treatment, unit, events, total, estimate, low, high,
    errata: list(errata), references: list(references),
  }));
}

function maintenanceRows({ maintenance }: Outlook): Row[] {
  const { arms = [], errata = [], references = [] } = maintenance ?? {};
  return arms.map(({ treatment, analysis, events, total, people, unit, estimate, low, high }) => ({
    outcome: 'loss of colour', treatment, kind: analysis, unit, events, total, participants: people, estimate, low, high,
    errata: list(errata), references: list(references),
  }));
}

const list = (items: readonly string[]) => items.join(' ');
