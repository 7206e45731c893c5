import type { FurtherMessages } from './en.further.js';

/** French: the words of what stands beside the options. The translation awaits clinical review. */
export const frFurther: FurtherMessages = {
  'maintenance.intro': 'Un essai chez des adultes : tacrolimus ou placebo, deux fois par semaine pendant {weeks} semaines, après une repigmentation d’au moins 75 %. Comptées : les taches qui ont perdu de la couleur.',
  'maintenance.arm.tacrolimus 0.1% twice weekly': 'Tacrolimus deux fois par semaine',
  'maintenance.arm.placebo twice weekly': 'Placebo deux fois par semaine',
  'maintenance.row': '{events} taches sur {total} ont perdu de la couleur',
  'maintenance.people': '{people} personnes',
  'maintenance.analysis.intention-to-treat': 'Toutes les personnes qui ont commencé (intention de traiter)',
  'maintenance.analysis.per-protocol': 'Celles qui ont suivi le plan (per protocole)',
  'maintenance.no-interval': 'pas d’intervalle : nombre de personnes inconnu',
  'maintenance.odds': 'Odds ratio de perte de couleur, placebo comparé au tacrolimus : {oddsRatio} ({low} à {high}), {p}',
  'maintenance.p': '{p}, taches considérées comme indépendantes',
  'maintenance.adjusted': 'imprimé comme ajusté pour les taches d’une même personne',
  'maintenance.context.relapse-without-maintenance': 'Les auteurs de l’essai estiment la perte de couleur dans la première année après la repigmentation à {estimate} sur 100.',
  'maintenance.context.relapse-after-stopping': 'Dans un autre essai, sur le visage, la couleur a été perdue de nouveau chez {estimate} sur 100 à la fin du suivi, après l’arrêt du tacrolimus.',
  'maintenance.adults-show': 'Afficher ce qui a été trouvé chez les adultes',

  'relative.figures': '{measure} {estimate} ({low} à {high})',
  'relative.microneedling-repigmentation': 'Atteindre 75 à 100 % de repigmentation, microneedling avec tacrolimus comparé au tacrolimus seul',
  'relative.microneedling-melanoblasts': 'Cellules formant le pigment, vues au microscope',
  'relative.microneedling-adverse-events': 'Effets indésirables : inconnus, l’intervalle laisse tout ouvert',
  'relative.li-2017-face-50': 'Au moins 50 % sur le visage, lumière avec crème ou pommade comparée à la lumière seule',
  'relative.li-2017-face-75': 'Au moins 75 % sur le visage, lumière avec crème ou pommade comparée à la lumière seule',
  'relative.dang-2016-lesions': 'Réponse comptée par tache, crème ou pommade comparée à un placebo',
  'relative.dang-2016-patients': 'Réponse comptée par personne, crème ou pommade comparée à un placebo',
  'relative.trials': '{studies} essais, {participants} personnes',
  'measure.RR': 'risque relatif',
  'measure.OR': 'rapport de cotes (odds ratio)',

  'interval.exact': '{estimate} % (IC à {level} % : {low} à {high})',
  'interval.exact.none': '{estimate} % (aucun intervalle imprimé)',
  'pooled.single': 'une étude, intervalle exact',
  'pooled.prediction': 'dans un autre contexte : {low} à {high} sur 100',
  'pooled.marginal': 'moyenne des études : {estimate} sur 100',
  'pooled.heterogeneity': 'I² {iSquared} %, τ² {tauSquared}, test Q {p}',

  'context.row': '{site} : {estimate} sur 100 ont atteint {threshold}',
  'site.trunk': 'Tronc',
  'site.extremities': 'Bras et jambes',

  'sites.note': 'Les parties du corps ont été regroupées à partir d’ensembles d’études différents, à tous les âges. Il ne faut pas les soustraire les unes des autres.',

  'note.not-monotone': 'Ici, un seuil plus élevé montre un nombre plus élevé, parce que les études diffèrent. Les deux sont affichés tels quels.',
  'note.too-wide': 'L’intervalle d’au moins un nombre est si large qu’il ne dit presque rien.',
  'note.mixed-units': 'Certaines études ont compté des taches au lieu de personnes.',
  'note.clustered-lesions': 'Des taches ont été comptées, plusieurs par personne. Les taches d’une même personne se comportent de façon semblable.',
  'note.other-review': 'Le traitement par la lumière seul vient d’une autre revue, avec d’autres personnes, comptées dès le début du traitement. Ce n’est pas une comparaison.',

  'without.row': '{group} : {events} sur {total} ont atteint {threshold}',
  'without.row.percent': '{group} : {estimate} sur 100 ont atteint {threshold}',
  'without.none': 'Non étudié pour cette partie du corps.',
  'group.untreated lesions': 'Taches non traitées',
  'group.vehicle': 'Crème sans le médicament',
  'group.hydrocortisone 1 %': 'Crème à l’hydrocortisone',
  'group.vehicle, face': 'Crème sans le médicament, sur le visage',
};
