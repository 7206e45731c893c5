import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How far two colours may lie apart, of the distance from black to white: more than the few colours of a snapshot make,
 * less than an icon that is filled from one that is not.
 */
const COLOUR = 0.2;

/** The side of the square that is looked at, in pixels: an icon of a picture of 100 at its smallest. */
const SQUARE = 10;

/** How many pixels of any such square may differ, smooth edges of letters and shapes not counted. */
const DIFFERING = 12;

export interface Difference {
  readonly message: string;
  /** Where they differ, a PNG file; none where the sizes are not the same. */
  readonly picture?: Buffer;
}

/**
 * What tells a picture from the one before, if anything. Builds of a browser draw the edges of letters in slightly
 * different ways: such pixels are scattered, so that no small square holds many. A wrong icon fills one.
 */
export function difference(before: Buffer, now: Buffer): Difference | null {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(now)];
  const { width, height } = one;
  if (other.width !== width || other.height !== height) {
    return { message: `${width} x ${height} pixels before, ${other.width} x ${other.height} now` };
  }
  const drawn = new PNG({ width, height });
  const most = pixelmatch(one.data, other.data, drawn.data, width, height, { threshold: COLOUR, windowSize: SQUARE });
  if (most <= DIFFERING) return null;
  return { message: `${most} pixels of a square of ${SQUARE} x ${SQUARE} differ`, picture: PNG.sync.write(drawn) };
}
