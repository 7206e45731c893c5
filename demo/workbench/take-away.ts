import { countsCsv, countsFile } from 'vitiligo-outlook/export';
import { newStudies, type Addition } from './check-row.js';
import { byId, h } from './dom.js';
import { countsOnDisk } from './evidence.js';

/** The two downloads; `onTaken` hears of the file that goes into the data folder. */
export function createTakeAway(added: () => readonly Addition[], onTaken: () => void): () => void {
  const buttons = ['take-file', 'take-csv'].map((id) => byId(id) as HTMLButtonElement);
  const [file, csv] = buttons;
  file!.addEventListener('click', () => {
    const rows = added().map(({ row }) => row);
    download('counts.json', 'application/json', countsFile(countsOnDisk, { rows, otherStudies: newStudies(added()) }));
    onTaken();
  });
  csv!.addEventListener('click', () => download('counts.csv', 'text/csv', countsCsv(added().map(({ row }) => row))));
  return () => {
    for (const button of buttons) button.disabled = added().length === 0;
  };
}

function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h('a', { href: address, download: name }).click();
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(address));
}
