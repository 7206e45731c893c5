import { expect } from '@open-wc/testing';
import { enSupport } from '../../src/i18n/en.support.js';
import type { VitiligoOutlook } from '../../src/index.js';
import { all, notices, one, show, words, type Properties } from './show.js';

const until = async (element: VitiligoOutlook, isSo: () => boolean) => {
  while (!isSo()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await element.updateComplete;
  }
};

/** An element with the part for a talk open. */
async function showSupport(properties: Properties = {}): Promise<VitiligoOutlook> {
  const element = await show(properties);
  one<HTMLElement>(element, '.support > summary').click();
  await until(element, () => all(element, '.step').length > 0);
  return element;
}

const tick = async (element: VitiligoOutlook, name: string) => {
  one<HTMLInputElement>(element, `input[name="${name}"]`).click();
  await element.updateComplete;
};

const write = async (element: VitiligoOutlook, name: string, text: string) => {
  const field = one<HTMLTextAreaElement>(element, `textarea[name="${name}"]`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};

const button = (element: VitiligoOutlook, text: string) => all(element, '.button').find((one) => words(one) === text);
const list = (element: VitiligoOutlook) => all(element, '.own-list li').map(words);

/** Stands in for the clipboard, which a page in the background may not use; gives back what was copied. */
function clipboard(allows: boolean): string[] {
  const copied: string[] = [];
  const writeText = (text: string) => {
    if (!allows) return Promise.reject(new DOMException('refused', 'NotAllowedError'));
    copied.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return copied;
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
});

describe('the part for a talk', () => {
  it('loads when it is opened, says what vitiligo is, asks the question, and has five steps', async () => {
    const closed = await show();
    expect(all(closed, '.step')).to.deep.equal([]);
    const element = await showSupport();
    const text = words(one(element, '.support'));
    for (const key of ['vitiligo', 'decision', 'steps'] as const) expect(text).to.contain(enSupport[key]);
    expect(all(element, '.step-title').map(words)).to.deep.equal([
      'Step 1: See what the percentages look like',
      'Step 2: See what each choice involves',
      'Step 3: Note what matters to you',
      'Step 4: Pick questions to ask',
      'Step 5: Take it with you',
    ]);
  });

  it('names every choice offered, no treatment first, and warns beside those with light', async () => {
    const element = await showSupport();
    const titles = () => all(element, '.choices dt').map(words);
    expect(titles()[0]).to.equal('No treatment for now');
    expect(titles()).to.include.members(all(element, '.option-title').map(words));
    const warned = all(element, '.choices .uv').map((warning) => words(warning.parentElement!.querySelector('dt')!));
    expect(warned).to.deep.equal(['Cream or ointment with light treatment', 'Light treatment alone']);
    element.phototherapy = 'unavailable';
    await element.updateComplete;
    expect(titles()).to.not.include.members(['Light treatment alone']);
    expect(all(element, '.choices .uv')).to.deep.equal([]);
  });

  it('tells the treatments that are not compared, with their sources', async () => {
    const text = words(one(await showSupport(), '.step-choices'));
    expect(text).to.contain('Other treatments exist and are not compared here');
    expect(text).to.contain('Ruxolitinib cream 1.5 %: approved in the United States in 2022');
    expect(text).to.contain('First topical vitiligo treatment approved');
  });

  it('stays open with what was written while the answers change', async () => {
    const element = await showSupport();
    await write(element, 'ask.own', 'May I swim?');
    expect(words(one(element, '.choices'))).to.contain('Patches left untreated');
    element.site = 'hands-feet';
    await element.updateComplete;
    expect(one<HTMLDetailsElement>(element, '.support').open).to.equal(true);
    expect(one<HTMLTextAreaElement>(element, 'textarea[name="ask.own"]').value).to.equal('May I swim?');
    expect(words(one(element, '.choices'))).to.not.contain('Patches left untreated');
  });
});

describe('the drawings of skin', () => {
  it('are four, named as drawings, and say that they are no photographs', async () => {
    const element = await showSupport();
    expect(all(element, '.skin').map((picture) => picture.getAttribute('aria-label'))).to.deep.equal([
      'Drawing of a patch of skin without colour',
      ...[25, 50, 75].map((grade) => `Drawing of a patch of skin: ${grade} % of it has colour again`),
    ]);
    expect(words(one(element, '.step-see'))).to.contain('Drawings, not photographs.');
    expect(all(element, 'img, picture, image')).to.deep.equal([]);
  });

  it('take one of six tones, from the page or from the reader, none of them called normal', async () => {
    const element = await showSupport({ skinTone: '5' });
    const tones = all<HTMLInputElement>(element, 'input[name=skin-tone]');
    expect(tones.map(({ value }) => value)).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    expect(tones.map(({ labels }) => words(labels![0]!))).to.deep.equal([1, 2, 3, 4, 5, 6].map((n) => `Tone ${n}`));
    const fill = () => getComputedStyle(one(element, '.skins li:first-child rect')).fill;
    const seen = new Set<string>();
    for (const tone of [tones[4]!, ...tones]) {
      tone.click();
      await element.updateComplete;
      expect(element.skinTone).to.equal(tone.value);
      expect(tones.filter(({ checked }) => checked)).to.deep.equal([tone]);
      seen.add(fill());
    }
    expect(seen.size).to.equal(6);
    expect(element.getAttribute('skin-tone')).to.equal('6');
  });

  it('keep to the middle tone where the page says one that there is not', async () => {
    const element = await showSupport({ skinTone: '7' });
    expect(notices(element)[0]).to.contain('skin-tone="7"');
    expect(all<HTMLInputElement>(element, 'input[name=skin-tone]:checked').map(({ value }) => value)).to.deep.equal(['3']);
  });

  it('can be told apart without hue: the tone is much darker than the patch in it', async () => {
    const element = await showSupport();
    for (const tone of ['1', '2', '3', '4', '5', '6']) {
      element.skinTone = tone;
      await element.updateComplete;
      const luma = (selector: string) => {
        const [r, g, b] = getComputedStyle(one(element, `.skins li:first-child ${selector}`)).fill.match(/\d+/g)!.map(Number);
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      expect(luma('.skin-patch') - luma('rect'), tone).to.be.greaterThan(30);
    }
  });
});

describe('what matters, and what to ask', () => {
  it('starts with nothing ticked, nothing written and nothing to print', async () => {
    const element = await showSupport();
    expect(all(element, '.support input[type=checkbox]:checked')).to.deep.equal([]);
    expect(all(element, '.ticks input')).to.have.length.greaterThan(15);
    expect(one<HTMLElement>(element, '.own-list').hidden).to.equal(true);
    expect(button(element, 'Print my list')).to.equal(undefined);
  });

  it('gathers ticks and words in the order of the lists', async () => {
    const element = await showSupport();
    await tick(element, 'ask.sun');
    await tick(element, 'value.cost');
    await tick(element, 'value.soon');
    await tick(element, 'ask.type');
    await tick(element, 'ask.type');
    await write(element, 'ask.own', '  May I swim?\n\nAnd travel?');
    expect(list(element)).to.deep.equal([
      'Seeing a change soon',
      'Low cost',
      'What about sun and light treatment while I use it?',
      'May I swim?',
      'And travel?',
    ]);
    expect(one<HTMLElement>(element, '.own-list').hidden).to.equal(false);
  });

  it('changes no result, no outlook and nothing that the page can see', async () => {
    const element = await showSupport();
    const [before, results] = [element.outlook, words(one(element, '.options'))];
    const events: string[] = [];
    for (const type of ['outlook-change', 'input-error']) element.addEventListener(type, () => events.push(type));
    for (const box of all<HTMLInputElement>(element, '.ticks input')) await tick(element, box.name);
    await write(element, 'value.own', 'secret');
    expect(element.outlook).to.deep.equal(before);
    expect(words(one(element, '.options'))).to.equal(results);
    expect(events).to.deep.equal([]);
    expect(element.outerHTML).to.not.contain('secret');
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });

  it('is kept by each element of a page for itself', async () => {
    const [element, other] = [await showSupport(), await showSupport()];
    await tick(element, 'value.soon');
    expect(list(other)).to.deep.equal([]);
  });

  it('is on paper with everything if the person wants it', async () => {
    const element = await showSupport();
    await tick(element, 'value.soon');
    const onPaper = () => one(element, '.step-take').classList.contains('with-own');
    expect(onPaper()).to.equal(false);
    await tick(element, 'include');
    expect(onPaper()).to.equal(true);
  });
});

describe('what to take away', () => {
  it('the note is the note for the record, with the list where the person wants it', async () => {
    const copied = clipboard(true);
    const element = await showSupport({ site: 'face-neck' });
    await tick(element, 'ask.sun');
    button(element, 'Copy note')!.click();
    await until(element, () => copied.length === 1);
    expect(copied[0]).to.equal((await element.toText()).trim());
    await tick(element, 'include');
    button(element, 'Copy note')!.click();
    await until(element, () => copied.length === 2);
    const asked = 'What I want to ask\n- What about sun and light treatment while I use it?';
    expect(copied[1]).to.equal(`${await element.toText()}\n${asked}`);
    await until(element, () => words(one(element, '.step-take [role=status]')) === 'Copied.');
    expect(all(element, 'textarea[readonly]')).to.deep.equal([]);
  });

  it('where the browser refuses, the text stands there to be copied by hand, selected', async () => {
    clipboard(false);
    const element = await showSupport();
    button(element, 'Copy note')!.click();
    await until(element, () => all(element, 'textarea[readonly]').length === 1);
    const field = one<HTMLTextAreaElement>(element, 'textarea[readonly]');
    expect(field.value).to.equal((await element.toText()).trim());
    expect(words(one(element, '.step-take [role=status]'))).to.contain('did not allow it');
    await until(element, () => field.selectionEnd === field.value.length);
    expect(field.selectionStart).to.equal(0);
    await tick(element, 'ask.sun');
    expect(all(element, 'textarea[readonly]')).to.deep.equal([]);
  });

  it('prints everything, or the list alone', async () => {
    const element = await showSupport();
    await tick(element, 'ask.sun');
    const printed = async (name: string) => {
      const append = document.body.append.bind(document.body);
      const text = await new Promise<string>((resolve) => {
        document.body.append = (frame: HTMLIFrameElement) => {
          append(frame);
          frame.contentWindow!.print = () => resolve(words(frame.contentDocument!.body));
        };
        button(element, name)!.click();
      });
      Reflect.deleteProperty(document.body, 'append');
      for (const frame of document.querySelectorAll('iframe[aria-hidden]')) frame.remove();
      return text;
    };
    expect(await printed('Print all')).to.contain('Cream or ointment alone').and.to.contain('Side effects');
    const alone = await printed('Print my list');
    expect(alone).to.contain('What I want to ask').and.to.contain('Not a forecast for one person');
    expect(alone).to.not.contain('Cream or ointment alone');
  });
});

describe('a link with the answers', () => {
  const answers = { ageGroup: 'child', site: 'face-neck', phototherapy: 'unavailable', maintenance: 'repigmented' };
  const fragment =
    '#vitiligo-outlook&age-group=child&site=face-neck&phototherapy=unavailable&maintenance=repigmented';

  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('is offered where the page allows it, holds the four answers, and nothing else of the page', async () => {
    expect(button(await showSupport(), 'Copy link')).to.equal(undefined);
    const copied = clipboard(true);
    const element = await showSupport({ ...answers, shareLink: true });
    await tick(element, 'value.soon');
    button(element, 'Copy link')!.click();
    await until(element, () => copied.length === 1);
    expect(location.search).to.not.equal('');
    expect(copied[0]).to.equal(`${location.origin}${location.pathname}${fragment}`);
  });

  it('is of the address that the page names as its own', async () => {
    const copied = clipboard(true);
    const link = Object.assign(document.createElement('link'), { rel: 'canonical', href: 'https://clinic.example/page?id=7' });
    document.head.append(link);
    const element = await showSupport({ shareLink: true });
    button(element, 'Copy link')!.click();
    await until(element, () => copied.length === 1);
    link.remove();
    expect(copied[0]).to.match(/^https:\/\/clinic\.example\/page\?id=7#vitiligo-outlook&age-group=any&/);
  });

  it('is read when the page opens, where the page allows it', async () => {
    history.replaceState(null, '', fragment);
    const element = await show({ shareLink: true });
    expect(element.outlook!.inputs).to.deep.equal(answers);
    expect(Object.values((await show()).outlook!.inputs)).to.deep.equal(['any', 'any', 'not-stated', 'treating']);
  });

  it('leaves what it does not name, and fragments of the page, alone', async () => {
    history.replaceState(null, '', '#vitiligo-outlook&site=hands-feet&view=clinician&utm=1');
    const element = await show({ shareLink: true, ageGroup: 'adult' });
    expect([element.site, element.ageGroup, element.view]).to.deep.equal(['hands-feet', 'adult', 'patient']);
    history.replaceState(null, '', '#site=face-neck');
    expect((await show({ shareLink: true })).site).to.equal('any');
  });

  it('has its wrong values named like those of attributes', async () => {
    history.replaceState(null, '', '#vitiligo-outlook&site=hand');
    const element = await show({ shareLink: true });
    expect(element.outlook!.inputs.site).to.equal(null);
    expect(notices(element)[0]).to.contain('site="hand"');
  });
});
