import { expect } from '@open-wc/testing';
import changes from '../../data/changes.json';
import evidence from '../../data/evidence.json';
import references from '../../data/references.json';
import type { VitiligoOutlook } from '../../src/index.js';
import { explanations } from './open.js';
import { all, notices, one, show, words, type Properties } from './show.js';

const review = references.references.find(({ id }) => id === 'lee-2019')!;

async function showBasis(properties: Properties & { reportHref?: unknown } = {}): Promise<VitiligoOutlook> {
  const element = await show(properties);
  one<HTMLDetailsElement>(element, '.basis').open = true;
  await explanations(element);
  return element;
}

const linksTo = (element: Element, selector: string) =>
  all<HTMLAnchorElement>(element, selector).map((link) => link.getAttribute('href'));

describe('how to cite', () => {
  it('names the main review with its DOI, and the version of the evidence', async () => {
    const element = await showBasis();
    const text = words(one(element, '.cite'));
    for (const part of [review.title, review.journal, review.volume, review.pages, evidence.version]) {
      expect(text).to.contain(part);
    }
    expect(linksTo(element, '.cite a')).to.deep.equal([`https://doi.org/${review.doi}`]);
  });
});

describe('to report a misprint', () => {
  it('a line to copy names the evidence, the answers and the records on screen', async () => {
    const element = await showBasis({ ageGroup: 'child', site: 'face-neck' });
    const text = words(one(element, '.report-line'));
    const ofStratum = ({ treatment, stratum }: (typeof evidence.estimates)[number]) =>
      treatment === 'tci-monotherapy' && stratum.site === 'face-neck' && stratum.ageGroup === 'all';
    const records = evidence.estimates.filter(ofStratum).map(({ id }) => id);
    expect(records).to.have.lengthOf.above(1);
    for (const part of [evidence.version, evidence.hash.slice(0, 12), 'ageGroup child', 'site face-neck', ...records]) {
      expect(text).to.contain(part);
    }
    expect(linksTo(element, '.report')).to.deep.equal([]);
  });

  for (const address of ['https://clinic.example/report?from=outlook', 'http://clinic.example/', 'HTTPS://clinic.example']) {
    it(`a link leads to ${address}`, async () => {
      expect(linksTo(await showBasis({ reportHref: address }), '.report')).to.deep.equal([address]);
    });
  }

  it('an e-mail begins with the line', async () => {
    const element = await showBasis({ reportHref: 'mailto:desk@clinic.example' });
    const [link] = linksTo(element, '.report');
    expect(new URL(link!).pathname).to.equal('desk@clinic.example');
    expect(new URL(link!).searchParams.get('body')).to.equal(words(one(element, '.report-line')));
  });

  const hostile = [
    'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'report.html',
    '//other.example', 'https:', 'https://a b', ' https://clinic.example', 'mailto:', 'blob:https://clinic.example/1',
  ];
  for (const address of hostile) {
    it(`${JSON.stringify(address)} is no link, and is said not to be understood`, async () => {
      const element = document.createElement('vitiligo-outlook');
      const errors: string[] = [];
      element.addEventListener('input-error', ({ attribute, value }) => errors.push(`${attribute}=${value}`));
      element.setAttribute('report-href', address);
      (await show()).replaceWith(element);
      await element.updateComplete;
      one<HTMLDetailsElement>(element, '.basis').open = true;
      await explanations(element);
      expect(linksTo(element, '.report')).to.deep.equal([]);
      expect(errors).to.deep.equal([`report-href=${address}`]);
      expect(notices(element).join()).to.contain('report-href');
      expect(element.outlook!.inputs.site).to.equal('any');
    });
  }

  it('an object is no address', async () => {
    const element = await showBasis({ reportHref: { toString: () => 'https://clinic.example' } });
    expect(linksTo(element, '.report')).to.deep.equal([]);
    expect(notices(element).join()).to.contain('report-href');
  });
});

it('what changed from version to version stands below, as the data have it', async () => {
  const element = await showBasis();
  const text = words(one(element, '.changes'));
  for (const { version, date, changes: lines } of changes) {
    expect(text).to.contain(`${version} (${date})`);
    for (const line of lines) expect(text).to.contain(line);
  }
});
