import { html } from 'lit';
import type { SourcedText } from '../../view-model/support-view.js';

/** A statement with what it rests on, whose title is in English. */
export const sourcedText = ({ text, source }: SourcedText) =>
  html`<p>${text} <span class="small" lang="en" dir="ltr">${source}</span></p>`;
