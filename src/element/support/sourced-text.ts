import { html } from 'lit';
import type { SourcedText } from '../../view-model/support-view.js';

/** A statement with what it rests on. */
export const sourcedText = ({ text, source }: SourcedText) => html`<p>${text} <span class="small">${source}</span></p>`;
