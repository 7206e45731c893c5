import { countsCsv, countsFile } from 'vitiligo-outlook/export';
import { adverseEventsIn, countsIn, newStudies, type Addition } from './check-row.js';
import { byId, h } from './dom.js';
import { countsOnDisk } from './evidence.js';

/** The two downloads; `onTaken` hears of the file that goes into the data folder. */
export function createTakeAway(added: () => readonly Addition[], onTaken: () => void): () => void {
  const file = byId('take-file') as HTMLButtonElement;
  const csv = byId('take-csv') as HTMLButtonElement;
  file.addEventListener('click', () => {
    const rows = countsIn(added());
    const adverseEvents = adverseEventsIn(added());
    const otherStudies = newStudies(added());
    download('counts.json', 'application/json', countsFile(countsOnDisk, { rows, adverseEvents, otherStudies }));
    onTaken();
  });
  csv.addEventListener('click', () => download('counts.csv', 'text/csv', countsCsv(countsIn(added()))));
  return () => {
    file.disabled = added().length === 0;
    csv.disabled = countsIn(added()).length === 0;
  };
}

function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h('a', { href: address, download: name }).click();
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address));
}
