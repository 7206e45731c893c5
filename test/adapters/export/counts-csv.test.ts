import { expect, test } from 'vitest';
import { countsCsv } from '../../../src/adapters/export/counts-csv.js';
import { csvRecords } from '../../../src/adapters/import/csv-records.js';
import { readOwnData } from '../../../src/adapters/import/read-own-data.js';
import { ownRows, studyCounts } from '../../evidence/pooling/material.js';

function read(text: string) {
  const reading = readOwnData(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

test("the literature's rows are the same after writing and reading", () => {
  const { rows, messages } = read(countsCsv(studyCounts.repigmentation));
  expect(messages).toEqual([]);
  expect(rows).toEqual(studyCounts.repigmentation);
});

test('text that a spreadsheet would run is led by an apostrophe, which the reader takes off', () => {
  const hostile = ['=HYPERLINK("https://example.org")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1', '＠x'];
  const rows = hostile.map((study) => ownRows({ study, treatment: 'tci', threshold: 75, events: 1, total: 9 })[0]!);
  const text = countsCsv(rows);
  const cells = [...csvRecords(text, ',')].map((record) => record.cells[0]!.text);
  expect(cells.slice(1)).toEqual(hostile.map((study) => `'${study}`));
  expect(read(text).rows).toEqual(rows);
});
