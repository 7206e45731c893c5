import 'axe-core/axe.min.js';
import type { AxeResults, Result, RunOptions } from 'axe-core';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** Ratio of text to its background that WCAG 2.2 asks of text of any size (1.4.3, AA). */
const CONTRAST = 4.5;

/**
 * What axe finds in an element, a line each: the rule, the place and why. Where it cannot tell the background of a
 * text, as it cannot of text that runs over several lines, the contrast is measured here.
 */
export async function axeFindings(element: Element, rules?: string[]): Promise<string[]> {
  const options: RunOptions = { resultTypes: ['violations', 'incomplete'], elementRef: true, preload: false };
  const { violations, incomplete } = await axe.run(element, rules ? { ...options, runOnly: rules } : options);
  const findings = (results: Result[]) => results.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, node })));
  const open = findings(incomplete).filter(({ id, node }) => id !== 'color-contrast' || !hasContrast(node.element!));
  return [...findings(violations), ...open].map(
    ({ id, node }) => `${id}: ${node.target.flat().join(' ')} ${node.failureSummary ?? ''}`,
  );
}

const hasContrast = (element: Element) => contrast(element) >= CONTRAST;

/** Contrast, 1 to 21, of an element's text to the nearest background that is not transparent; NaN where it has none. */
export function contrast(element: Element): number {
  const colours = [getComputedStyle(element).color, backgroundOf(element)];
  const [lighter, darker] = colours.map(luminance).sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function backgroundOf(element: Element): string {
  const { backgroundColor } = getComputedStyle(element);
  const isTransparent = backgroundColor === 'transparent' || backgroundColor === 'rgba(0, 0, 0, 0)';
  return isTransparent && element.parentElement ? backgroundOf(element.parentElement) : backgroundColor;
}

/** Relative luminance of an opaque `rgb()` colour, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const match = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (!match) return NaN;
  const [red, green, blue] = match.slice(1).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
