import { expect, test } from 'vitest';
import { difference } from './compare.js';
import { smallPng } from './small-png.js';
import type { VisualState } from './states.js';
import { withVisualPage } from './visual-page.js';

const NARROW: VisualState = {
  name: 'narrow',
  width: 320,
  attributes: { site: 'face-neck' },
  surroundings: 'light',
  part: '[part=option]',
};
const surroundings = ['light', 'dark', 'forced-colors'] as const;
const icons = ['shapes', 'people'] as const;
const looks = surroundings.flatMap((around) => icons.map((icon) => [around, icon] as const));

test.each(looks)('one wrong icon of a hundred is seen: %s, %s', (around, icon) =>
  withVisualPage(async ({ page, take, takeAgain }) => {
    const state = { ...NARROW, surroundings: around, attributes: { ...NARROW.attributes, icons: icon } };
    const before = smallPng(await take(state));
    expect(difference(before, await takeAgain(state))).toBeNull();
    // The first of those who did not reach it is drawn as one who did: its outline goes over to the other path, which
    // fills it. A person is drawn by two lines, the head and the body.
    await page.$eval(
      'vitiligo-outlook',
      (element, lines) => {
        const [rest, reached] = ['rest', 'reached'].map((one) => element.shadowRoot!.querySelector(`.array .array-${one}`)!);
        const outlines = rest!.getAttribute('d')!.split(/(?=M)/);
        rest!.setAttribute('d', outlines.slice(lines).join(''));
        reached!.setAttribute('d', reached!.getAttribute('d')! + outlines.slice(0, lines).join(''));
      },
      icon === 'people' ? 2 : 1,
    );
    expect(difference(before, await takeAgain(state))?.message).toMatch(/pixels of a square/);
  }),
);

test('a picture of another size is told, not stretched', () =>
  withVisualPage(async ({ take }) => {
    const narrow = await take(NARROW);
    const wide = await take({ ...NARROW, width: 768 });
    expect(difference(narrow, wide)?.message).toMatch(/pixels before/);
  }));
