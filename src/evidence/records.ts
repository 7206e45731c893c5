/** Records of the evidence that are put into words as they are, for the view model. */
export type {
  AdverseEventRow,
  Candidate,
  Caution,
  CountRow,
  Erratum,
  Evidence,
  NotPublished,
} from '../schema/index.js';
