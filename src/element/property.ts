import type { LitElement, PropertyDeclaration } from 'lit';

/**
 * Lit's decorators `property` and `state` in the form that this build uses: the ones that Lit ships also serve another
 * standard of decorators, which nobody here would run.
 */
export const property = (options?: PropertyDeclaration) => (prototype: LitElement, name: string) =>
  (prototype.constructor as typeof LitElement).createProperty(name, options);

export const state = () => property({ state: true, attribute: false });
