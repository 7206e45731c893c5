import { html, svg } from 'lit';

/** Share of a patch that has colour again, in percent; 0 is the patch before. */
export type Grade = 0 | 25 | 50 | 75;

/** The picture is a square of this many units, with the patch around its middle. */
const SIZE = 100;
const MIDDLE = SIZE / 2;
const CORNERS = 60;
const HAIRS = 34;
/** Turning by it from hair to hair spreads them evenly. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where the edge of the colourless rest stands, as a share of the patch's own edge, and the mean radius of the dots.
 * The radii are those that make the coloured area the grade; a test counts it on a raster.
 */
const GROWTH: Record<Grade, { readonly edge: number; readonly dot: number }> = {
  0: { edge: 1, dot: 0 },
  25: { edge: 0.95, dot: 2.62 },
  50: { edge: 0.89, dot: 3.83 },
  75: { edge: 0.8, dot: 4.99 },
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the patch reaches from its middle in a direction: a blob without corners. */
const reach = (angle: number) =>
  38 * (1 + 0.1 * Math.cos(2 * angle + 0.6) + 0.06 * Math.cos(3 * angle + 1.9) + 0.03 * Math.cos(5 * angle));

const at = (angle: number, share: number): Point => ({
  x: MIDDLE + share * reach(angle) * Math.cos(angle),
  y: MIDDLE + share * reach(angle) * Math.sin(angle),
});

/** A hair stands at the same place at every grade; dots around hairs grow to different sizes, within the patch. */
const hairs = Array.from({ length: HAIRS }, (_, k) => {
  const angle = (k + 1) * GOLDEN_ANGLE;
  const share = 0.93 * Math.sqrt((k + 0.5) / HAIRS);
  return { ...at(angle, share), size: 1 + 0.3 * Math.sin(k * k), room: 0.85 * (1 - share) * reach(angle) };
});

const digits = (value: number) => value.toFixed(2);

/** A closed line around the patch, at a share of its reach; `turn` is the way round. */
function outline(share: number, turn: 1 | -1): string {
  const points = Array.from({ length: CORNERS }, (_, k) => at((turn * 2 * Math.PI * k) / CORNERS, share));
  return `M${points.map(({ x, y }) => `${digits(x)} ${digits(y)}`).join('L')}Z`;
}

function dot({ x, y }: Point, radius: number): string {
  const [r, across] = [digits(radius), digits(2 * radius)];
  return `M${digits(x - radius)} ${digits(y)}a${r} ${r} 0 1 1 ${across} 0a${r} ${r} 0 1 1 -${across} 0Z`;
}

/**
 * All that has colour again, as one path to be filled by the nonzero rule: the ring inside the edge, whose inner line
 * runs the other way round, and the dots, which may touch one another and the ring.
 */
export function pigment(grade: Grade): string {
  const { edge, dot: radius } = GROWTH[grade];
  if (!radius) return '';
  return outline(1, 1) + outline(edge, -1) + hairs.map((hair) => dot(hair, Math.min(hair.room, radius * hair.size))).join('');
}

/** The edge of the patch before anything came back. */
export const patchOutline = outline(1, 1);

/**
 * A drawn patch of skin of which `grade` per cent has colour again, as dots around hairs and from the edge. Edges are
 * drawn below the areas, so that a line stands only where colour meets none: it can be told apart without hue.
 */
export function skinPatch(grade: Grade, label: string) {
  const coloured = pigment(grade);
  return html`<svg class="skin" role="img" aria-label=${label} viewBox="0 0 ${SIZE} ${SIZE}">
    <rect class="skin-tone" width=${SIZE} height=${SIZE} rx="6" />
    <path class="skin-patch" d=${patchOutline} />
    ${coloured ? svg`<path class="skin-edge" d=${coloured} /><path class="skin-tone" d=${coloured} />` : svg``}
    <path class="skin-began" d=${patchOutline} />
    ${hairs.map(({ x, y }) => svg`<path class="skin-hair" d="M${digits(x)} ${digits(y)}q.6 -2 2.4 -2.8" />`)}
  </svg>`;
}
