#!/usr/bin/env python3
"""The outlook of every input in the published view: 3 age groups x 4 sites x 3 light x 2 stages = 72 rows.

An independent second implementation of the stratum rule: it shares no code with src/ and reads nothing but data/*.json.
It writes outlook-table.json (what the tests of src/evidence compare with) and outlook-table.md (the same for a reader).

Run, from the root of the repository:  python3 test/evidence/outlook-table.py
Needs Python 3.9 or newer and its standard library. A first argument names another data folder, a second another
output folder.
"""
import itertools
import json
import math
import sys
from decimal import Decimal
from pathlib import Path

DATA = Path(sys.argv[1] if len(sys.argv) > 1 else 'data')
OUT = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent)

AGES = ['any', 'child', 'adult']
SITES = ['any', 'face-neck', 'trunk-extremities', 'hands-feet']
LIGHT = ['not-stated', 'available', 'unavailable']
STAGES = ['treating', 'repigmented']
PREFIX = {'tci': 'mono', 'tci-phototherapy': 'photo'}
ROLE = {'tci': 'tci-monotherapy', 'tci-phototherapy': 'tci-plus-phototherapy'}


def load(name):
    return json.loads((DATA / f'{name}.json').read_text(encoding='utf-8'))


ESTIMATES = {e['id']: e for e in load('published-estimates')['estimates']}
ERRATA = load('errata')
STUDIES = load('studies')['studies']
COMPARISONS = load('comparisons')
MAINTENANCE = load('maintenance')
CERTAINTY = {o['outcome']: o['certainty'] for o in load('certainty')['outcomes']}


def proportion(pct):
    """A printed percentage as a proportion, to the printed digit: 18.1 -> 0.181."""
    return None if pct is None else float(Decimal(str(pct)) / 100)


def twelve(x):
    """A calculated number to 12 significant digits."""
    return float(f'{x:.12g}')


# --- Clopper-Pearson, also for a fractional number of events -------------------------------------------------------

def beta_cdf(x, a, b):
    """I_x(a, b) by the series x^a (1-x)^b / (a B(a,b)) * sum (a+b)_n / (a+1)_n x^n (DLMF 8.17.7 and 15.8.1)."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(1 - x, b, a)
    log_front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a + 1) - math.lgamma(b)
    term, total, n = 1.0, 1.0, 0
    while term > 1e-18 * total:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return math.exp(log_front) * total


def beta_quantile(p, a, b):
    low, high = 0.0, 1.0
    for _ in range(200):
        mid = (low + high) / 2
        low, high = (mid, high) if beta_cdf(mid, a, b) < p else (low, mid)
    return (low + high) / 2


def clopper_pearson(events, total):
    low = 0.0 if events == 0 else twelve(beta_quantile(0.025, events, total - events + 1))
    return low, twelve(beta_quantile(0.975, events + 1, total - events))


# --- One published estimate ----------------------------------------------------------------------------------------

def errata_of(record_id):
    return [e['id'] for e in ERRATA['errata'] if e['severity'] in 'AB' and record_id in e['affects']]


def people(ref, role):
    """Enrolled and completed people in the arms with this role, each person once.

    A within-patient study carries the same people in each arm; the two rows of reference 22 are the same 20 (E12).
    """
    study = next(s for s in STUDIES if s['leeRef'] == ref)
    arms = [a for a in study['arms'] if a['role'] == role]
    counted = arms[:1] if 'WP' in study['design'] else arms
    return sum(a['enrolled'] for a in counted), sum(a['completed'] for a in counted)


def started_and_finished(record, treatment):
    """The people behind a published estimate, for ifDropoutsFailed; the sums are those of E03, E05, E13 and E15."""
    refs = likely_reading(record).get('refs', record['refs'])
    enrolled, completed = (sum(column) for column in zip(*(people(ref, ROLE[treatment]) for ref in refs)))
    return {'enrolled': enrolled, 'completed': completed, 'leeRefs': refs}


def if_dropouts_failed(record, treatment):
    people_behind = started_and_finished(record, treatment)
    share = Decimal(people_behind['completed']) / people_behind['enrolled']
    return twelve(float(Decimal(str(record['estimatePct'])) / 100 * share))


def likely_reading(record):
    """The fields of a likely reading that are certain enough to be shown in place of the printed ones."""
    reading = record['likelyReading'] or {}
    return {k: reading[k] for k in ('ciLowPct', 'participants', 'refs') if k in reading}


def published_response(record_id, treatment):
    record = ESTIMATES[record_id]
    shown = {**record, **likely_reading(record)}
    low, high, source = proportion(shown['ciLowPct']), proportion(shown['ciHighPct']), 'printed'
    printed = {}
    if shown['ciLowPct'] != record['ciLowPct']:
        source, printed['low'] = 'likely-reading', proportion(record['ciLowPct'])
    if shown['participants'] != record['participants']:
        printed['participants'] = record['participants']
    if record['estimatePct'] == 0 and low is None:
        (low, high), source = clopper_pearson(0, record['participants']), 'calculated'
    whole_row = record['denominatorScope'].startswith('row')
    months = record['treatmentMonthsInTable2']
    errata = errata_of(record_id)
    return {
        'threshold': int(record['threshold'].removeprefix('>=')),
        'estimate': proportion(record['estimatePct']), 'low': low, 'high': high, 'level': 0.95,
        'intervalFrom': source, 'kind': 'published', 'studies': record['studies'], 'arms': None,
        'participants': shown['participants'],
        'participantsAre': 'not-known' if shown['participants'] is None else 'at-most' if whole_row else 'exact',
        'unit': 'mixed' if {'E16', 'E18'} & set(errata) else 'patients',
        'months': {'printed': record['durationMonths'], **{k: months[k] for k in ('median', 'min', 'max')}},
        'ifDropoutsFailed': if_dropouts_failed(record, treatment),
        'printed': printed or None, 'errata': errata, 'references': ['lee-2019'],
    }


def light_alone_response(row):
    record_id = 'nbuvb-alone-all-25' if row['quotedInReview'] else None
    return {
        'threshold': row['threshold'], 'estimate': proportion(row['pct']), 'low': None, 'high': None, 'level': 0.95,
        'intervalFrom': None, 'kind': 'published', 'studies': row['studies'], 'arms': None,
        'participants': row['participants'],
        'participantsAre': 'not-known' if row['participants'] is None else 'exact',
        'unit': 'patients', 'months': {'printed': row['months'], 'median': None, 'min': None, 'max': None},
        'ifDropoutsFailed': None, 'printed': None, 'errata': errata_of(record_id), 'references': [row['reference']],
    }


STRATA = {'tci': ['all', 'children', *SITES[1:]], 'tci-phototherapy': ['all', 'face-neck', 'trunk-extremities']}


def published_keys():
    return [(f'{PREFIX[treatment]}-{stratum}', treatment) for treatment in PREFIX for stratum in STRATA[treatment]]


def response_lists():
    lists = {key: [published_response(f'{key}-{t}', treatment) for t in (25, 50, 75)]
             for key, treatment in published_keys()}
    rows = sorted(COMPARISONS['phototherapyAlone']['rows'], key=lambda r: (r['threshold'], r['months']))
    return {**lists, 'light-alone': [light_alone_response(r) for r in rows]}


RESPONSES = response_lists()


# --- The options of one input --------------------------------------------------------------------------------------

def option(treatment, match, **fields):
    empty = {'stratum': None, 'unmatched': [], 'reason': None, 'responses': None, 'missing': [], 'alsoRelevant': [],
             'relative': [], 'context': [], 'studyPopulations': None, 'certainty': None}
    return {'treatment': treatment, 'match': match, **empty, **fields}


def study_populations(key):
    """Studies of the stratum's row in Table 3 by population; a reference with two rows in Table 2 is one study."""
    record = ESTIMATES[f'{key}-50']
    refs = likely_reading(record).get('refs', record['table3Row']['refs'])
    kinds = [next(s['population'] for s in STUDIES if s['leeRef'] == ref) for ref in refs]
    names = {'children': 'Children', 'adults': 'Adult', 'mixed': 'All', 'unknown': 'ND'}
    return {name: kinds.count(kind) for name, kind in names.items()}


def certainty(treatment, key):
    if treatment == 'tci-phototherapy':
        return CERTAINTY['TCI with phototherapy, rates']
    return CERTAINTY['TCI alone, ' + {
        'mono-all': 'all people, 25/50/75 %', 'mono-children': 'children', 'mono-face-neck': 'face and neck',
        'mono-trunk-extremities': 'trunk and extremities', 'mono-hands-feet': 'hands and feet'}[key]]


def pooled_option(treatment, age, site):
    children = treatment == 'tci' and age == 'child'
    key = PREFIX[treatment] + '-' + (site if site != 'any' else 'children' if children else 'all')
    if key not in RESPONSES:
        return option(treatment, 'none', reason='too-few-studies', relative=other_ratios(treatment, site))
    stratum = {'ageGroup': 'child' if key == 'mono-children' else 'any', 'site': site}
    unmatched = [] if age == stratum['ageGroup'] else ['ageGroup']
    also = [{'stratum': {'ageGroup': 'child', 'site': 'any'}, 'responses': 'mono-children'}]
    return option(treatment, 'partial' if unmatched else 'exact', stratum=stratum, unmatched=unmatched, responses=key,
                  alsoRelevant=also if children and site != 'any' else [], studyPopulations=study_populations(key),
                  certainty=certainty(treatment, key), relative=other_ratios(treatment, site))


def light_alone_option(age, site):
    if site == 'any':
        return option('phototherapy', 'exact' if age == 'any' else 'partial', responses='light-alone',
                      stratum={'ageGroup': 'any', 'site': 'any'}, unmatched=[] if age == 'any' else ['ageGroup'])
    figures = COMPARISONS['phototherapyAlone']['bySiteAtSixMonthsThreshold75']
    context = [{'site': s, 'threshold': 75, 'months': 6, 'estimate': proportion(figures[s]),
                'reference': figures['reference']}
               for s in (['trunk', 'extremities'] if site == 'trunk-extremities' else [site])]
    return option('phototherapy', 'none', reason='site-not-reported', context=context)


def ratios(rows):
    short = {'risk ratio': 'RR', 'odds ratio': 'OR'}
    def overall(reference):
        found = [r for r in COMPARISONS['otherReviews'] if r['reference'] == reference and 'measure' not in r]
        return {'overall': {'id': r['id'], 'studies': r['trials'], 'participants': r['participants']} for r in found}

    return [{'id': c['id'], 'site': c.get('site', 'any'), 'measure': short[c['measure']], 'estimate': c['estimate'],
             'low': c['low'], 'high': c['high'], 'studies': c.get('trials'), 'participants': c.get('participants'),
             'reference': c['reference'], **overall(c['reference'])} for c in rows if 'measure' in c]


def microneedling_option():
    return option('tacrolimus-microneedling', 'none', reason='ratio-only',
                  relative=ratios(COMPARISONS['comparisons']),
                  certainty=CERTAINTY['Microneedling + tacrolimus against tacrolimus'])


def other_ratios(treatment, site):
    """Ratios of other reviews: against placebo beside TCI alone; against light alone beside TCI with light, face."""
    against = {'tci': 'against placebo', 'tci-phototherapy': 'against NB-UVB alone'}[treatment]
    rows = [c for c in COMPARISONS['otherReviews']
            if against in c['comparison'] and c.get('site', 'any') in ('any', site)]
    return ratios(rows)


def options(age, site, light):
    with_light = [] if light == 'unavailable' else [pooled_option('tci-phototherapy', age, site),
                                                    light_alone_option(age, site)]
    return [pooled_option('tci', age, site), *with_light, microneedling_option()]


# --- Adverse events, maintenance, notes ----------------------------------------------------------------------------

def asked(age, site):
    return (['ageGroup'] if age != 'any' else []) + (['site'] if site != 'any' else [])


def adverse_events(age, site):
    names = {'burning': 'burning-sensation', 'itching': 'pruritus', 'redness': 'erythema'}
    rows = []
    for event, name in names.items():
        record = ESTIMATES[f'ae-{name}']
        low, high = clopper_pearson(record['count'], record['denominator'])
        rows.append({'event': event, 'treatment': 'tci', 'events': record['count'], 'total': record['denominator'],
                     'estimate': proportion(record['estimatePct']), 'low': low, 'high': high,
                     'unit': 'occurrences per patient', 'unmatched': asked(age, site), 'references': ['lee-2019'],
                     'errata': errata_of(record['id'])})
    return rows


def maintenance_arm(arm):
    fields = ('treatment', 'analysis', 'events', 'total', 'people')
    low = high = None
    if arm['people']:
        low, high = clopper_pearson(arm['events'] * arm['people'] / arm['total'], arm['people'])
    return {**{k: arm[k] for k in fields}, 'unit': MAINTENANCE['unit'], 'estimate': proportion(arm['printedPct']),
            'low': low, 'high': high}


def maintenance(age, site, stage):
    if stage == 'treating':
        return None
    comparison = [{'analysis': c['analysis'], 'oddsRatio': c.get('oddsRatio'), 'low': c.get('low'),
                   'high': c.get('high'), 'p': c['p'], 'printedAsAdjusted': c.get('printedAsAdjusted', False)}
                  for c in MAINTENANCE['comparisons']]
    return {'match': 'none' if age == 'child' else 'exact' if site == 'any' else 'partial',
            'reason': 'adults-only' if age == 'child' else None,
            'unmatched': [k for k in asked(age, site) if k == 'site' or age == 'child'],
            'population': MAINTENANCE['population'], 'weeks': MAINTENANCE['weeks'],
            'arms': [maintenance_arm(a) for a in MAINTENANCE['arms']], 'comparison': comparison,
            'direction': 'placebo against tacrolimus', 'errata': MAINTENANCE['errata'],
            'references': MAINTENANCE['references']}


def shown_units(chosen):
    return {r['unit'] for o in chosen if o['responses'] for r in RESPONSES[o['responses']]}


def note_codes(inputs, chosen):
    """The codes beside the data's own ids. not-monotone, too-wide and favourable-selection never apply here."""
    age, site, with_light = inputs['ageGroup'], inputs['site'], inputs['phototherapy'] != 'unavailable'
    applies = {
        'adults-never-pooled': age == 'adult', 'children-site-never-pooled': age == 'child' and site != 'any',
        'different-studies-per-threshold': True, 'mixed-units': 'mixed' in shown_units(chosen),
        'clustered-lesions': inputs['maintenance'] == 'repigmented', 'no-adverse-event-data': True,
        'infants-under-2': age == 'child', 'types-mixed': True, 'other-treatments': True, 'other-review': with_light}
    return [code for code, holds in applies.items() if holds]


def notes(inputs, chosen):
    state = {**inputs, 'estimates': 'published'}
    listed = ERRATA['notPublished'] + ERRATA['cautions']
    ids = [n['id'] for n in listed if all(state[k] in values for k, values in n['appliesTo'].items())]
    return ids + note_codes(inputs, chosen)


def table_row(age, site, light, stage):
    inputs = {'ageGroup': age, 'site': site, 'phototherapy': light, 'maintenance': stage}
    chosen = options(age, site, light)
    return {'inputs': inputs, 'options': chosen, 'adverseEvents': adverse_events(age, site),
            'maintenance': maintenance(age, site, stage), 'notes': notes(inputs, chosen)}


# --- Writing -------------------------------------------------------------------------------------------------------

ABOUT = [
    'The outlook of all 72 inputs of the published view, from an independent second implementation (outlook-table.py).',
    'rows[].options[].responses and alsoRelevant[].responses name a list in `responses`; null is an empty list.',
    '`dropouts`: people of the cited studies, each once, behind ifDropoutsFailed of a published estimate.',
    'Fields of the outlook that are missing here (marginal, prediction, heterogeneity) are null in the published view.',
    'Printed numbers to the printed digit; calculated ones (low and high of adverse events, of maintenance arms and of',
    '0 of 52; ifDropoutsFailed) to 12 significant digits. Notes: compare as a set.',
    'maintenance.reason is adults-only where match is none.',
]


def packed(parts, indent):
    """Joins members on lines of at most 118 characters; a member of several lines stands alone."""
    lines = []
    for part in parts:
        if lines and '\n' not in lines[-1] + part and len(indent + lines[-1] + part) < 116:
            lines[-1] += ', ' + part
        else:
            lines.append(part)
    return indent + f',\n{indent}'.join(lines)


def pretty(value, indent=''):
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent + flat) < 100 or not isinstance(value, (dict, list)):
        return flat
    deeper = indent + '  '
    if isinstance(value, dict):
        parts, brackets = [f'{json.dumps(k)}: {pretty(v, deeper)}' for k, v in value.items()], '{}'
    else:
        parts, brackets = [pretty(v, deeper) for v in value], '[]'
    return f'{brackets[0]}\n{packed(parts, deeper)}\n{indent}{brackets[1]}'


def percent(x):
    """One decimal, as the review prints, or two where there are two (1.71, 6.85)."""
    return '-' if x is None else f'{x * 100:.2f}'.removesuffix('0')


def number(r):
    mark = {'likely-reading': '\\*', 'calculated': '†'}.get(r['intervalFrom'], '')
    interval = '' if r['high'] is None else f' ({percent(r["low"])}-{percent(r["high"])}){mark}'
    months = '' if r['intervalFrom'] else f' at {r["months"]["printed"]} mo'
    return f'{r["threshold"]}{months}: {percent(r["estimate"])}{interval}'


def option_cell(o):
    if o['match'] == 'none':
        extra = [f'{c["site"]} {percent(c["estimate"])}' for c in o['context']]
        extra += [f'RR {r["estimate"]} ({r["low"]}-{r["high"]})' for r in o['relative']]
        return f'none, {o["reason"]}' + (': ' + ', '.join(extra) if extra else '')
    unmatched = f' (not {", ".join(o["unmatched"])})' if o['unmatched'] else ''
    also = ' + children, any site' if o['alsoRelevant'] else ''
    numbers = '; '.join(number(r) for r in RESPONSES[o['responses']])
    return f'**{o["match"]}**{unmatched} {o["stratum"]["ageGroup"]}/{o["stratum"]["site"]}: {numbers}{also}'


def markdown(rows):
    cells = ['tci', 'tci-phototherapy', 'phototherapy', 'tacrolimus-microneedling']
    lines = ['# The outlook of all 72 inputs, published view', '',
             'Made by `outlook-table.py` together with `outlook-table.json`, which carries every field. Numbers are '
             'per cent with 95 % interval, at least 25, 50 and 75 % repigmentation. \\* likely reading in place of a '
             'probable misprint (E01 prints 32.6, E02 10.3); † calculated (Clopper-Pearson, 0 of 52). Light alone: no '
             'interval printed.', '',
             '| # | age | site | light | stage | ' + ' | '.join(cells) + ' | side effects not matched | maintenance | '
             'notes beside those of every row |', '|--:' + '|---' * 11 + '|']
    common = set.intersection(*(set(r['notes']) for r in rows))
    for i, r in enumerate(rows, 1):
        by_treatment = {o['treatment']: option_cell(o) for o in r['options']}
        m = r['maintenance']
        kept = '-' if m is None else ', '.join([m['match'], *filter(None, [m['reason']]), *m['unmatched']])
        lines.append('| ' + ' | '.join([
            str(i), *r['inputs'].values(), *(by_treatment.get(c, 'not an option') for c in cells),
            ', '.join(r['adverseEvents'][0]['unmatched']) or '-', kept,
            ', '.join(n for n in r['notes'] if n not in common) or '-']) + ' |')
    every = [n for n in rows[0]['notes'] if n in common]
    return '\n'.join([*lines, '', 'Notes of every row: ' + ', '.join(every) + '.', ''])


def main():
    rows = [table_row(*inputs) for inputs in itertools.product(AGES, SITES, LIGHT, STAGES)]
    dropouts = {f'{key}-{t}': started_and_finished(ESTIMATES[f'{key}-{t}'], treatment)
                for key, treatment in published_keys() for t in (25, 50, 75)}
    table = {'about': ABOUT, 'responses': RESPONSES, 'dropouts': dropouts, 'rows': rows}
    (OUT / 'outlook-table.json').write_text(pretty(table) + '\n', encoding='utf-8')
    (OUT / 'outlook-table.md').write_text(markdown(rows), encoding='utf-8')


if __name__ == '__main__':
    main()
