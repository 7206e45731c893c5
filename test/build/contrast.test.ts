import { describe, expect, test } from 'vitest';
import { styles } from '../../src/element/vitiligo-outlook.styles.js';

const sheet = styles.cssText;

/** How much text the background of a chosen row holds. */
const SOFT = Number(/--_soft: .*color-mix\(in srgb, var\(--_text\) (\d+)%, var\(--_surface\)\)/.exec(sheet)![1]) / 100;

/** What a theme leaves alone has these colours: of each pair of the style sheet the first or the second. */
function tokensOf(scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const pairs = sheet.matchAll(/--_(\w+):var\(--vitiligo-outlook-\w+,light-dark\((#\w{3,6}),(#\w{3,6})\)\)/g);
  const ofScheme = scheme === 'light' ? 2 : 3;
  const found: Record<string, string> = Object.fromEntries([...pairs].map((pair) => [pair[1]!, pair[ofScheme]!]));
  return { ...found, soft: mixed(found['text']!, found['surface']!, SOFT) };
}

function channels(hex: string): number[] {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!;
  return digits.map((pair) => parseInt(pair, 16));
}

function mixed(a: string, b: string, share: number): string {
  const others = channels(b);
  const mix = channels(a).map((channel, i) => Math.round(channel * share + others[i]! * (1 - share)));
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const TEXT = ['text', 'muted', 'accent'];
const GRAPHICS = ['any', '25', '50', '75', 'harm', 'muted', 'accent'];

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dim! + 0.05);
}

test.each([
  ['#fff', '#000', 21],
  ['#ffffff', '#ffffff', 1],
  // The palest grey that passes on white.
  ['#767676', '#fff', 4.54],
])('%s on %s is %f', (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 2);
});

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  const tokens = tokensOf(scheme);

  test('every token is there', () => {
    const names = ['text', 'muted', 'surface', 'soft', 'rule', 'accent', 'any', '25', '50', '75', 'harm'];
    expect(Object.keys(tokens).sort()).toEqual(names.sort());
  });

  test.each(TEXT)('text in "%s" has 4.5 to 1 on every background', (name) => {
    for (const background of ['surface', 'soft']) {
      expect(contrast(tokens[name]!, tokens[background]!)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(GRAPHICS)('marks in "%s" have 3 to 1 on every background', (name) => {
    for (const background of ['surface', 'soft']) {
      expect(contrast(tokens[name]!, tokens[background]!)).toBeGreaterThanOrEqual(3);
    }
  });

  test('the chosen answer of a switch has 4.5 to 1', () => {
    expect(contrast(tokens['surface']!, tokens['accent']!)).toBeGreaterThanOrEqual(4.5);
  });

  test('the scale from skin to pigment goes one way, away from any to 75 %', () => {
    const [lightest, middle, deepest] = ['25', '50', '75'].map((name) => luminance(tokens[name]!));
    expect(lightest).toBeGreaterThan(middle!);
    expect(middle).toBeGreaterThan(deepest!);
  });
});

test('an older browser, which knows no pairs, has the light colours', () => {
  const plain = [...sheet.matchAll(/--_(\w+):var\(--vitiligo-outlook-\w+,(#[0-9a-f]{3,6})\)/g)];
  const { soft: _derived, ...light } = tokensOf('light');
  expect(Object.fromEntries(plain.map(([, name, colour]) => [name, colour]))).toEqual(light);
});
