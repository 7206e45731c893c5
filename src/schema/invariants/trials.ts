import { issue } from '../issue.js';
import { MAINTENANCE_ANALYSES } from '../vocabulary.js';
import { at, forEachRecord, type Checker } from './checker.js';
import { checkEvents } from './count-row.js';

/** Arms of the review's studies and of the maintenance trial. */

export const completedWithinEnrolled: Checker = ({ studies }) =>
  forEachRecord('studies', studies, ({ arms }) =>
    forEachRecord('arms', arms, ({ enrolled, completed }) =>
      completed <= enrolled
        ? []
        : [issue('completed-exceed-enrolled', ['completed'], { value: completed, allowed: [enrolled] })],
    ),
  );

export const maintenanceArmsHold: Checker = ({ maintenance }) =>
  at(
    ['maintenance'],
    forEachRecord('arms', maintenance.arms, (arm) => {
      const { people, total } = arm;
      const tooMany = people !== null && people > total;
      return [
        ...checkEvents(arm),
        ...(tooMany ? [issue('people-exceed-lesions', ['people'], { value: people, allowed: [total] })] : []),
      ];
    }),
  );

/** Both analyses have the same arms, each once. */
export const maintenanceAnalysesComplete: Checker = ({ maintenance }) => {
  const treatments = [...new Set(maintenance.arms.map((arm) => arm.treatment))];
  return MAINTENANCE_ANALYSES.flatMap((analysis) =>
    treatments.flatMap((treatment) => {
      const arms = maintenance.arms.filter((arm) => arm.analysis === analysis && arm.treatment === treatment);
      const told = { params: { analysis, treatment, found: arms.length } };
      return arms.length === 1 ? [] : [issue('arm-missing', ['maintenance', 'arms'], told)];
    }),
  );
};
