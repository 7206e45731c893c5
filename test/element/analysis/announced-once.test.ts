import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../../src/index.js';
import { all, one, words } from '../show.js';
import { buttonNamed, choose, openAnalysis, openPart, until } from './open-analysis.js';

const PASTED = 'study,treatment,threshold,events,total\nMade-up clinic audit,tci,75,30,40\n';

/** What every live region of the element says from now on, in order. */
function listen(element: VitiligoOutlook): string[] {
  const told: string[] = [];
  for (const region of all(element, '[role=status]')) {
    const observer = new MutationObserver(() => told.push(words(region)));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
  }
  return told;
}

async function settled(element: VitiligoOutlook): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
}

const rates = ({ outlook }: VitiligoOutlook) =>
  outlook!.options.flatMap(({ responses }) => responses.map(({ estimate }) => estimate));

describe('where cards and analyses show the same pools, a change is said once', () => {
  it('a method, chosen and taken back', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    await openPart(element, 'method');
    const told = listen(element);
    const before = rates(element);
    choose(element, 'analysis-estimator', 'EE');
    await settled(element);
    expect(rates(element)).not.to.deep.equal(before);
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('Pooled, 9 studies');
    choose(element, 'analysis-estimator', 'DL');
    await settled(element);
    expect(told).to.have.lengthOf(2);
  });

  it('counts of one’s own, added and taken away', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    await openPart(element, 'own');
    const told = listen(element);
    const before = rates(element);
    one<HTMLTextAreaElement>(element, '#analysis-own-text').value = PASTED;
    buttonNamed(element, 'Read these counts').click();
    await until(() => told.length > 0);
    await settled(element);
    expect(rates(element)).not.to.deep.equal(before);
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain('Read from the text: 1 row.');
    buttonNamed(element, 'Take your counts out').click();
    await settled(element);
    expect(rates(element)).to.deep.equal(before);
    expect(told).to.have.lengthOf(2);
  });

  it('and what the page or a question changes is still said', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    await openPart(element, 'method');
    choose(element, 'analysis-estimator', 'EE');
    await settled(element);
    const told = listen(element);
    element.method = { estimator: 'DL' };
    await settled(element);
    expect(told).to.have.lengthOf(1);
    element.site = 'face-neck';
    await settled(element);
    expect(told).to.have.lengthOf(2);
    for (const text of told) expect(text).to.contain('Results updated');
  });
});
