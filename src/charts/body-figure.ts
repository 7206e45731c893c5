import { html, nothing, svg } from 'lit';

export type BodyRegion = 'face-neck' | 'trunk-extremities' | 'hands-feet';

/** Half of the figure, on the reader's left, and a hair beyond its middle; the other half is its mirror image. */
const HALF: Record<BodyRegion, string> = {
  'face-neck': 'M50.3 2C41 2 37 9 38 18C39 25 42 29 44 31V37H50.3',
  'trunk-extremities':
    'M50.3 38H44C36 40 29 41 27 49L16 94L22 96L34 62L36 84L33 108L36 150L37 178H45L48 140L49.5 112H50.3',
  'hands-feet': 'M15.5 96L21.5 98C22 104 21 110 17 113C13 112 11 106 15.5 96ZM36.5 180H45L45.5 188L35 192C31 192 31 189 36.5 180Z',
};

const MIRROR = 'matrix(-1 0 0 1 100 0)';
const REGIONS = Object.keys(HALF) as BodyRegion[];

/**
 * A figure of the body for pointing at a part of it. Each part is one target, with a wide unseen border around hands
 * and feet, which are small. For readers who do not point, native radios beside it say and do the same.
 */
export function bodyFigure(chosen: string | null, onChoose: (region: BodyRegion) => void) {
  return html`<svg class="figure" aria-hidden="true" viewBox="0 0 100 204">
    ${REGIONS.map(
      (region) => svg`<g
        class=${region === chosen ? 'region chosen' : 'region'}
        data-region=${region}
        @click=${() => onChoose(region)}
      >
        ${['', MIRROR].map(
          (side) => svg`<path d=${HALF[region]} transform=${side} />
            ${region === 'hands-feet' ? svg`<path class="reach" d=${HALF[region]} transform=${side} />` : nothing}`,
        )}
      </g>`,
    )}
  </svg>`;
}
