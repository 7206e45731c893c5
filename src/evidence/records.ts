/** Records of the evidence that are put into words as they are, for the view model. */
export type { Caution, Erratum, Evidence, NotPublished, Safety } from '../schema/index.js';
