import type { FurtherMessages } from './en.further.js';

/** Arabic: the words of what stands beside the options. The translation awaits clinical review. */
export const arFurther: FurtherMessages = {
  'maintenance.intro': 'تجربة واحدة لدى بالغين: تاكروليموس أو دواء وهمي، مرتين في الأسبوع مدة أسابيع عددها {weeks}، بعد عودة تصبغ بنسبة 75% على الأقل. عُدّت البقع التي فقدت بعض لونها.',
  'maintenance.arm.tacrolimus 0.1% twice weekly': 'تاكروليموس مرتين في الأسبوع',
  'maintenance.arm.placebo twice weekly': 'دواء وهمي مرتين في الأسبوع',
  'maintenance.row': 'فقدت {events} من {total} من البقع بعض لونها',
  'maintenance.people': 'عدد الأشخاص: {people}',
  'maintenance.analysis.intention-to-treat': 'كل من بدؤوا (بنية العلاج)',
  'maintenance.analysis.per-protocol': 'من التزموا بالخطة (حسب البروتوكول)',
  'maintenance.no-interval': 'لا نطاق: عدد الأشخاص غير معروف',
  'maintenance.odds': 'نسبة الأرجحية لفقدان اللون، الدواء الوهمي مقابل تاكروليموس: {oddsRatio} (من {low} إلى {high})، {p}',
  'maintenance.p': '{p}، باعتبار البقع مستقلة',
  'maintenance.adjusted': 'طُبع على أنه معدّل لمراعاة بقع الشخص الواحد',
  'maintenance.context.relapse-without-maintenance': 'يقدّر مؤلفو التجربة فقدان اللون في السنة الأولى بعد عودة التصبغ بنحو {estimate} من 100.',
  'maintenance.context.relapse-after-stopping': 'في تجربة أخرى، على الوجه، فُقد اللون من جديد لدى {estimate} من 100 عند نهاية المتابعة بعد انتهاء تاكروليموس.',
  'maintenance.adults-show': 'عرض ما وُجد لدى البالغين',

  'relative.figures': '{measure} {estimate} (من {low} إلى {high})',
  'relative.microneedling-repigmentation': 'الوصول إلى عودة تصبغ من 75 إلى 100%، الوخز بالإبر الدقيقة مع تاكروليموس مقابل تاكروليموس وحده',
  'relative.microneedling-melanoblasts': 'الخلايا المكوِّنة للصبغة كما تُرى بالمجهر',
  'relative.microneedling-adverse-events': 'الآثار الجانبية: غير معروفة، فالنطاق يترك كل شيء مفتوحًا',
  'relative.li-2017-face-50': '50% على الأقل في الوجه، الضوء مع كريم أو مرهم مقابل الضوء وحده',
  'relative.li-2017-face-75': '75% على الأقل في الوجه، الضوء مع كريم أو مرهم مقابل الضوء وحده',
  'relative.dang-2016-lesions': 'الاستجابة محسوبة بالبقعة، كريم أو مرهم مقابل دواء وهمي',
  'relative.dang-2016-patients': 'الاستجابة محسوبة بالشخص، كريم أو مرهم مقابل دواء وهمي',
  'relative.trials': 'عدد التجارب: {studies}، عدد الأشخاص: {participants}',
  'measure.RR': 'نسبة الخطر',
  'measure.OR': 'نسبة الأرجحية',

  'interval.exact': '{estimate}% (فترة الثقة {level}%: من {low} إلى {high})',
  'interval.exact.none': '{estimate}% (لم تُطبع فترة)',
  'pooled.single': 'دراسة واحدة، فترة دقيقة',
  'pooled.prediction': 'في بيئة أخرى: من {low} إلى {high} من 100',
  'pooled.marginal': 'متوسط الدراسات: {estimate} من 100',
  'pooled.heterogeneity': '⁦I² {iSquared}%⁩، ⁦τ² {tauSquared}⁩، اختبار Q: {p}',

  'context.row': '{site}: وصل {estimate} من 100 إلى {threshold}',
  'site.trunk': 'الجذع',
  'site.extremities': 'الذراعان والساقان',

  'sites.note': 'جُمعت مواضع الجسم من مجموعات دراسات مختلفة، لكل الأعمار. لا يُطرح أحدها من الآخر.',

  'note.not-monotone': 'هنا تُظهر العتبة الأعلى عددًا أعلى، لأن الدراسات مختلفة. كلاهما معروض كما هو.',
  'note.too-wide': 'نطاق عدد واحد على الأقل واسع جدًا حتى إنه لا يكاد يقول شيئًا.',
  'note.mixed-units': 'بعض الدراسات عدّت البقع بدل الأشخاص.',
  'note.clustered-lesions': 'عُدّت البقع، عدة بقع لدى الشخص الواحد. وبقع الشخص الواحد تتصرف بطريقة متشابهة.',
  'note.other-review': 'العلاج بالضوء وحده يأتي من مراجعة أخرى، بأشخاص آخرين، وقد عُدّ كل من بدؤوا. وليست هذه مقارنة.',

  'without.row': '{group}: وصل {events} من {total} إلى {threshold}',
  'without.row.percent': '{group}: وصل {estimate} من 100 إلى {threshold}',
  'without.none': 'لم يُدرس في هذا الموضع من الجسم.',
  'group.untreated lesions': 'بقع تُركت بلا علاج',
  'group.vehicle': 'كريم بلا الدواء',
  'group.hydrocortisone 1 %': 'كريم هيدروكورتيزون',
  'group.vehicle, face': 'كريم بلا الدواء، على الوجه',
};
