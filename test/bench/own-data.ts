import { inSlices } from '../../src/adapters/import/in-slices.js';
import { readOwnData, type OwnData, type Progress } from '../../src/adapters/import/read-own-data.js';

const HEADER = 'study,treatment,threshold,events,total';
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `Clinic ${i},tci,75,${i % 30},40`).join('\n');

/** Files of a reader: as large as one may be, and as bad. */
const FILES: Readonly<Record<string, string>> = {
  '5,000 rows': `${HEADER}\n${rows(5_000)}\n`,
  '100,000 rows': `${HEADER}\n${rows(100_000)}\n`,
  '100,000 rows of one arm': `${HEADER}\n${'A,tci,75,1,10\n'.repeat(100_000)}`,
  '100,000 wrong rows': `${HEADER}\n${'A,cream,75,1,10\n'.repeat(100_000)}`,
  '10 MB in one cell': `${HEADER}\n${'x'.repeat(10_000_000)}`,
  '10 MB of quotes': `${HEADER}\n${'"'.repeat(10_000_000)}`,
  'JSON with 10 MB of text': `{"about": "${'x'.repeat(10_000_000)}", "studies": []}`,
};

console.log('reading own data in slices that are to take 8 ms each: their lengths in milliseconds');
console.log('file                          slices   median      90 %    worst     total');
for (const [name, text] of Object.entries(FILES)) {
  const lengths: number[] = [];
  let start = performance.now();
  const began = start;
  await inSlices<Progress, OwnData>(readOwnData(text), {
    pause: async () => {
      lengths.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    },
  });
  lengths.push(performance.now() - start);
  lengths.sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))]!;
  const cells = [at(0.5), at(0.9), at(1), performance.now() - began].map((value) => value.toFixed(1).padStart(9));
  console.log(name.padEnd(28) + String(lengths.length).padStart(8) + cells.join(' '));
}
