import type { FurtherMessages } from './en.further.js';

/** Spanish: the words of what stands beside the options. The translation awaits clinical review. */
export const esFurther: FurtherMessages = {
  'maintenance.intro': 'Un ensayo en personas adultas: tacrolimus o placebo, dos veces por semana durante {weeks} semanas, tras una repigmentación de al menos el 75 %. Se contaron las manchas que perdieron algo de color.',
  'maintenance.arm.tacrolimus 0.1% twice weekly': 'Tacrolimus dos veces por semana',
  'maintenance.arm.placebo twice weekly': 'Placebo dos veces por semana',
  'maintenance.row': '{events} de {total} manchas perdieron algo de color',
  'maintenance.people': '{people} personas',
  'maintenance.analysis.intention-to-treat': 'Todas las personas que empezaron (intención de tratar)',
  'maintenance.analysis.per-protocol': 'Quienes siguieron el plan (por protocolo)',
  'maintenance.no-interval': 'sin intervalo: número de personas desconocido',
  'maintenance.odds': 'Odds ratio de perder color, placebo frente a tacrolimus: {oddsRatio} (de {low} a {high}), {p}',
  'maintenance.p': '{p}, tomando las manchas como independientes',
  'maintenance.adjusted': 'impreso como ajustado por manchas de una misma persona',
  'maintenance.context.relapse-without-maintenance': 'Los autores del ensayo estiman la pérdida de color en el primer año tras la repigmentación en {estimate} de 100.',
  'maintenance.context.relapse-after-stopping': 'En otro ensayo, en la cara, el color se perdió de nuevo en {estimate} de 100 al final del seguimiento, una vez terminado tacrolimus.',
  'maintenance.adults-show': 'Mostrar lo que se encontró en personas adultas',

  'relative.figures': '{measure} {estimate} (de {low} a {high})',
  'relative.microneedling-repigmentation': 'Alcanzar una repigmentación del 75 al 100 %, microagujas con tacrolimus frente a tacrolimus solo',
  'relative.microneedling-melanoblasts': 'Células formadoras de pigmento vistas al microscopio',
  'relative.microneedling-adverse-events': 'Efectos secundarios: no se sabe, el intervalo lo deja todo abierto',
  'relative.li-2017-face-50': 'Al menos el 50 % en la cara, luz con crema o pomada frente a luz sola',
  'relative.li-2017-face-75': 'Al menos el 75 % en la cara, luz con crema o pomada frente a luz sola',
  'relative.dang-2016-lesions': 'Respuesta contada por mancha, crema o pomada frente a placebo',
  'relative.dang-2016-patients': 'Respuesta contada por persona, crema o pomada frente a placebo',
  'relative.trials': '{studies} ensayos, {participants} personas',
  'measure.RR': 'riesgo relativo',
  'measure.OR': 'razón de posibilidades (odds ratio)',

  'interval.exact': '{estimate} % (IC del {level} %: de {low} a {high})',
  'interval.exact.none': '{estimate} % (sin intervalo publicado)',
  'pooled.single': 'un estudio, intervalo exacto',
  'pooled.prediction': 'en otro entorno: de {low} a {high} de 100',
  'pooled.marginal': 'media de los estudios: {estimate} de 100',
  'pooled.heterogeneity': 'I² {iSquared} %, τ² {tauSquared}, prueba Q {p}',

  'context.row': '{site}: {estimate} de 100 alcanzaron {threshold}',
  'site.trunk': 'Tronco',
  'site.extremities': 'Brazos y piernas',

  'sites.note': 'Las zonas del cuerpo se agruparon a partir de conjuntos de estudios distintos, a todas las edades. No se deben restar unas de otras.',

  'note.not-monotone': 'Aquí un umbral más alto muestra un número más alto, porque los estudios son distintos. Ambos se muestran tal como son.',
  'note.too-wide': 'El intervalo de al menos un número es tan amplio que no dice casi nada.',
  'note.mixed-units': 'Algunos estudios contaron manchas en lugar de personas.',
  'note.clustered-lesions': 'Se contaron manchas, varias en una misma persona. Las manchas de una persona se comportan de forma parecida.',
  'note.other-review': 'El tratamiento con luz solo viene de otra revisión, con otras personas, contadas todas las que empezaron. No es una comparación.',

  'without.row': '{group}: {events} de {total} alcanzaron {threshold}',
  'without.row.percent': '{group}: {estimate} de 100 alcanzaron {threshold}',
  'without.none': 'No estudiado en esta zona del cuerpo.',
  'group.untreated lesions': 'Manchas sin tratar',
  'group.vehicle': 'Crema sin el fármaco',
  'group.hydrocortisone 1 %': 'Crema de hidrocortisona',
  'group.vehicle, face': 'Crema sin el fármaco, en la cara',
};
