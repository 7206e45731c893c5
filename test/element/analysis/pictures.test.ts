import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../../src/index.js';
import { one, words } from '../show.js';
import { buttonNamed, choose, openAnalysis, until } from './open-analysis.js';

const button = (element: VitiligoOutlook, form: string) => one<HTMLElement>(element, `.picture-buttons [data-form=${form}]`);
const told = (element: VitiligoOutlook) => words(one(element, '.picture-buttons + [role=status]'));

describe('a picture that cannot be saved as it was asked for', () => {
  const { createObjectURL } = URL;
  const { toBlob } = HTMLCanvasElement.prototype;
  let saved: string[];

  beforeEach(() => {
    saved = [];
    URL.createObjectURL = (blob: Blob) => {
      saved.push(blob.type.split(';')[0]!);
      // No address: a test saves no file.
      return 'javascript:void 0';
    };
    HTMLCanvasElement.prototype.toBlob = (callback) => callback(null);
  });

  afterEach(() => {
    URL.createObjectURL = createObjectURL;
    HTMLCanvasElement.prototype.toBlob = toBlob;
  });

  it('as PNG: says so in words, saves nothing in its place, and keeps the focus; SVG is saved when it is asked for', async () => {
    const element = await openAnalysis();
    button(element, 'png').focus();
    button(element, 'png').click();
    await until(() => told(element) !== '');
    expect(told(element)).to.contain('No PNG was saved').and.to.contain(words(button(element, 'svg')));
    expect(saved).to.deep.equal([]);
    expect(element.shadowRoot!.activeElement).to.equal(button(element, 'png'));
    button(element, 'svg').click();
    await until(() => saved.length > 0);
    expect([saved, told(element)]).to.deep.equal([['image/svg+xml'], '']);
  });

  it('says nothing where the PNG was made, nor beside the picture of another question', async () => {
    const element = await openAnalysis();
    button(element, 'png').click();
    await until(() => told(element) !== '');
    choose(element, 'analysis-threshold', '75');
    expect(told(element)).to.equal('');
    HTMLCanvasElement.prototype.toBlob = toBlob;
    buttonNamed(element, button(element, 'png').getAttribute('aria-label')!).click();
    await until(() => saved.length > 0);
    expect([saved, told(element)]).to.deep.equal([['image/png'], '']);
  });
});
