import { createComponent } from '@lit/react';
import type { LitElement } from 'lit';
import * as React from 'react';
import './define.js';
import { VitiligoOutlook as VitiligoOutlookElement } from './index.js';
import type { EvidenceErrorEvent, InputErrorEvent, OutlookChangeEvent } from './index.js';
import type { VitiligoOutlookAttributes } from './jsx.js';

type Own = Omit<VitiligoOutlookElement, keyof LitElement | 'outlook'>;

/** Properties of the element that a host sets: all of its own but methods and the answer. */
type HostProperty = { [K in keyof Own]: Own[K] extends (...given: never[]) => unknown ? never : K }[keyof Own];

export interface VitiligoOutlookProps
  extends Omit<React.HTMLAttributes<VitiligoOutlookElement>, HostProperty>,
    Partial<Pick<VitiligoOutlookElement, HostProperty>>,
    React.RefAttributes<VitiligoOutlookElement> {
  onOutlookChange?: (event: OutlookChangeEvent) => void;
  onInputError?: (event: InputErrorEvent) => void;
  onEvidenceError?: (event: EvidenceErrorEvent) => void;
}

const wrapped: unknown = createComponent({
  react: React,
  tagName: 'vitiligo-outlook',
  elementClass: VitiligoOutlookElement,
  displayName: 'VitiligoOutlook',
  events: { onOutlookChange: 'outlook-change', onInputError: 'input-error', onEvidenceError: 'evidence-error' },
});

/**
 * The element as a React component, for React 17 and later: every property by its name, the events as callbacks, a
 * `ref` to the element itself. Registers the tag.
 */
export const VitiligoOutlook = wrapped as React.FunctionComponent<VitiligoOutlookProps>;

// React 19 and later take the tag itself; this gives it its types.
declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the form that React's types ask for
  namespace JSX {
    interface IntrinsicElements {
      'vitiligo-outlook': VitiligoOutlookAttributes &
        React.DetailedHTMLProps<React.HTMLAttributes<VitiligoOutlookElement>, VitiligoOutlookElement>;
    }
  }
}
