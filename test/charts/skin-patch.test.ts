import { expect, fixtureSync, html } from '@open-wc/testing';
import { skinPatch, type Grade } from '../../src/charts/skin-patch.js';

const GRADES: readonly Grade[] = [0, 25, 50, 75];
const GRID = 400;

const draw = (grade: Grade) =>
  fixtureSync<HTMLElement>(html`<div>${skinPatch(grade, `drawing of ${grade}`)}</div>`).querySelector('svg')!;

/** The picture as the browser paints it: the share of the patch that has the skin's tone, in percent. */
function colouredShare(picture: SVGSVGElement): number {
  const scale = GRID / picture.viewBox.baseVal.width;
  const paint = (selector: string) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: GRID, height: GRID });
    const context = canvas.getContext('2d')!;
    context.scale(scale, scale);
    for (const path of picture.querySelectorAll(selector)) context.fill(new Path2D(path.getAttribute('d')!));
    const { data } = context.getImageData(0, 0, GRID, GRID);
    return Array.from({ length: GRID * GRID }, (_, pixel) => data[4 * pixel + 3]! > 127);
  };
  const patch = paint('.skin-patch');
  const toned = paint('path.skin-tone');
  const area = patch.filter(Boolean).length;
  return (100 * patch.filter((inside, pixel) => inside && toned[pixel]).length) / area;
}

describe('a drawn patch of skin', () => {
  for (const grade of GRADES) {
    it(`has colour on ${grade} % of its area, counted pixel by pixel`, () => {
      expect(colouredShare(draw(grade))).to.be.closeTo(grade, 1);
    });
  }

  it('keeps all colour that came back within the patch', () => {
    const picture = draw(75);
    const [patch, toned] = [picture.querySelector('.skin-patch')!, picture.querySelector('path.skin-tone')!] as SVGPathElement[];
    const [outer, inner] = [patch!.getBBox(), toned!.getBBox()];
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(inner[side]).to.be.closeTo(outer[side], 0.01);
  });

  it('is the same drawing each time, with each hair in its place at every grade', () => {
    const hairs = (grade: Grade) => [...draw(grade).querySelectorAll('.skin-hair')].map((hair) => hair.getAttribute('d'));
    expect(draw(50).outerHTML).to.equal(draw(50).outerHTML);
    expect(hairs(25)).to.have.length.greaterThan(20);
    for (const grade of GRADES) expect(hairs(grade)).to.deep.equal(hairs(25));
  });

  it('grows: what has colour at one grade has it at the next', () => {
    const tone = (grade: Grade) => draw(grade).querySelector<SVGPathElement>('path.skin-tone')!;
    for (const [less, more] of [[25, 50], [50, 75]] as const) {
      const [before, after] = [tone(less), tone(more)];
      const points = Array.from({ length: 2500 }, (_, k) => new DOMPoint((k % 50) * 2, Math.floor(k / 50) * 2));
      const lost = points.filter((point) => before.isPointInFill(point) && !after.isPointInFill(point));
      expect(points.some((point) => before.isPointInFill(point))).to.equal(true);
      expect(lost).to.deep.equal([]);
    }
  });

  it('is one image with a name', () => {
    const picture = draw(25);
    expect(picture.getAttribute('role')).to.equal('img');
    expect(picture.getAttribute('aria-label')).to.equal('drawing of 25');
    expect(picture.querySelector('image, title, text')).to.equal(null);
  });
});
