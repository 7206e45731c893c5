/**
 * What no message may say: nothing recommends, ranks, promises, or turns results of groups into one person's odds. The
 * English list in each language's own forms.
 */
interface Forbidden {
  /** Patterns for whole words, or for parts of words where a language writes them so. */
  readonly words: readonly string[];
  readonly whole: boolean;
  /** "Only" beside a number belittles it. */
  readonly only: RegExp;
  /** Expressions that hold a forbidden word and mean something else. */
  readonly allowed: readonly string[];
  /** Sentences in which something must be found, with what. */
  readonly examples: readonly (readonly [text: string, word: string])[];
}

export const FORBIDDEN: Readonly<Record<string, Forbidden>> = {
  en: {
    words: [
      'recommended', 'best', 'you should', String.raw`\d+ in \d+`, '1 in', 'significant', 'significantly', 'your risk',
      'your chance', 'likely to', 'works', 'effective', 'success', 'successful', 'cure', 'cures', 'cured', 'safe', 'safely',
      'mild', 'well tolerated', 'doubles', 'doubled', 'extra', 'gain', 'gains', 'because of', 'synergy', 'prevents',
      'no difference', 'proven', 'better', 'worse', 'did not respond',
    ],
    whole: true,
    only: /\bonly (?:\{|\d|one\b|two\b|three\b|four\b|five\b|a few\b)/i,
    allowed: [],
    examples: [
      ['It is the best cream.', 'best'],
      ['Works for 1 in 4 people.', '1 in 4'],
      ['Your chance is high.', 'Your chance'],
      ['Only {n} of 100 did.', 'Only {'],
      ['No difference was seen.', 'No difference'],
      ['The label calls it safe.', 'safe'],
    ],
  },
  es: {
    words: [
      'recomendad[oa]s?', 'se recomienda', 'recomendamos', 'mejor(?:es)?', 'peor(?:es)?', 'deber[ií]as?', String.raw`(?:1|un[oa]?) de cada [\p{L}\d]+`,
      'significativ[oa]s?', 'significativamente', '[st]u riesgo', '[st]us? (?:probabilidad|posibilidad)(?:es)?',
      'es probable que', 'funcionan?', 'efica(?:z|ces|cia)', 'efectiv[oa]s?', 'éxitos?', 'exitos[oa]s?', 'cura[nr]?',
      'curad[oa]s?', 'curación', 'segur[oa]s?', 'leves?', 'bien tolerad[oa]s?', 'duplican?', 'duplicad[oa]s?', 'extra',
      'ganancias?', 'ganan?', 'a causa de', 'debido a', 'sinergia', 'previenen?', '(?:ninguna|sin|no hay) diferencias?',
      'demostrad[oa]s?', 'comprobad[oa]s?', 'no respondi(?:ó|eron)',
    ],
    whole: true,
    only: /(?<!\p{L})(?:s[oó]lo|solamente|únicamente|apenas) (?:\{|\d|una?\b|dos\b|tres\b|pocos\b)/iu,
    allowed: [],
    examples: [
      ['Es la mejor crema.', 'mejor'],
      ['Mejora a 1 de cada 4 personas.', '1 de cada 4'],
      ['Su probabilidad es alta.', 'Su probabilidad'],
      ['Solo {n} de 100.', 'Solo {'],
      ['Es un producto seguro y eficaz.', 'seguro'],
    ],
  },
  fr: {
    words: [
      'recommandée?s?', 'recommandons', 'meilleure?s?', 'mieux', 'pires?', 'vous devriez', String.raw`(?:1|une?)(?: personne)? sur (?!100)[\p{L}\d]+`,
      'significati(?:f|ve)s?', 'significativement', 'votre risque', '(?:votre|vos) (?:chance|probabilité)s?', 'probable que',
      'fonctionne(?:nt)?', 'marchent?', 'efficaces?', 'efficacité', 'succès', 'réussites?', 'réussi[te]?', 'guéri[ert]?s?',
      'guérison', 'sûre?s?', 'sans danger', 'légers?', 'légères?', 'bénigne?s?', 'bien tolérée?s?', 'doublent?', 'doublée?s?',
      'supplémentaires?', 'extra', 'gains?', 'à cause de', 'grâce à', 'en raison de', 'synergie', 'prévient', 'préviennent',
      'empêche(?:nt)?', '(?:aucune|pas de|sans) différences?', 'prouvée?s?', 'démontrée?s?', String.raw`n’(?:a|ont) pas répondu`,
    ],
    whole: true,
    only: /(?<!\p{L})(?:(?:seulement|uniquement|juste|à peine) (?:\{|\d|une?\b|deux\b)|ne (?:\p{L}+ )?que (?:\{|\d))/iu,
    allowed: [],
    examples: [
      ['C’est la meilleure crème.', 'meilleure'],
      ['Cela aide une personne sur quatre.', 'une personne sur quatre'],
      ['Vos chances sont élevées.', 'Vos chances'],
      ['Seulement {n} sur 100.', 'Seulement {'],
      ['Un traitement sûr et efficace.', 'sûr'],
    ],
  },
  ko: {
    words: [
      '권장', '추천', '최선', '최고', '가장 좋', '더 나은', '더 좋', '더 나쁜', '악화', '하셔야', '쓰셔야', '받으셔야',
      String.raw`(?<!\d)\d{1,2}명 중 1명`, '유의한', '유의하게', '유의미', '(?:당신|귀하)의 (?:위험|확률|가능성)', '가능성이 [높크]', '효과적',
      '효과가 있', '효과가 좋', '효능', '성공', '완치', '치유', '안전합', '안전한', '안전하', '경미', '가벼운', '내약성', '두 배',
      '(?:추가|부가) (?:이득|효과)', '이득', '이점', '때문에', '시너지', '상승 ?효과', '예방', '차이가 없', '입증', '증명',
      '반응하지 않',
    ],
    whole: false,
    only: /\}\s?(?:명|곳|건|개|%)?(?:만|뿐|밖에)|(?:단지|겨우|고작|불과) \{/u,
    allowed: [],
    examples: [
      ['가장 좋은 크림입니다.', '가장 좋'],
      ['4명 중 1명에게 효과가 있습니다.', '4명 중 1명'],
      ['당신의 가능성이 높습니다.', '당신의 가능성'],
      ['100명 중 {n}명만 이르렀습니다.', '}명만'],
      ['안전한 약입니다.', '안전한'],
    ],
  },
  ar: {
    words: [
      'موصى', 'يوصى', 'نوصي', 'ننصح', 'أفضل', 'أحسن', 'أسوأ', 'يجب عليك', 'ينبغي لك', 'عليك أن', String.raw`واحد من كل [\p{L}\d]+`,
      'ذات? دلالة', 'معنوي', 'معنوية', 'خطرك', 'مخاطرك', 'فرصتك', 'فرصك', 'احتمالك', 'من (?:ال)?مرجح أن', 'من المحتمل أن',
      'يعمل', 'تعمل', 'ينجح', 'تنجح', 'فعال', 'فعالة', 'فعالية', 'ناجع', 'نجاح', 'ناجح', 'ناجحة', 'شفاء', 'يشفي', 'تشفي', 'آمن',
      'آمنة', 'مأمون', 'خفيف', 'خفيفة', 'طفيف', 'طفيفة', 'جيد التحمل', 'يضاعف', 'تضاعف', 'إضافي', 'إضافية', 'مكسب', 'بسبب',
      'تآزر', 'يمنع', 'تمنع', 'يقي', 'تقي', '(?:لا|دون|بلا) فرق', 'مثبت', 'مثبتة', 'مبرهن', 'لم يستجب', 'لم يستجيبوا',
    ],
    whole: true,
    only: /(?:سوى|إلا|مجرد) (?:\{|\d)|(?:\}|\d)\S* فقط/u,
    // Of a label that says what is not established.
    allowed: ['غير مثبت', 'غير مثبتة'],
    examples: [
      ['هذا هو أفضل كريم.', 'أفضل'],
      ['ينفع واحد من كل أربعة.', 'واحد من كل أربعة'],
      ['فرصتك عالية.', 'فرصتك'],
      ['{n} فقط من 100.', '} فقط'],
      ['الدواء آمن وفعّال.', 'آمن'],
    ],
  },
};

/** What may stand before a word without a space: "and", "so", "by", "for", "as", the article. */
const ARABIC_PREFIX = '[وفبلك]?(?:ال)?';

/** The forbidden expressions in a message. */
export function forbiddenIn(text: string, language: string): string[] {
  const { words, whole, only, allowed } = FORBIDDEN[language]!;
  // Marks over and under Arabic letters are left out as often as not.
  const plain = language === 'ar' ? text.replace(/[\u064b-\u0652]/g, '') : text;
  const rest = allowed.reduce((left, expression) => left.replaceAll(expression, ''), plain);
  const prefix = language === 'ar' ? ARABIC_PREFIX : '';
  const patterns = words.map((word) => new RegExp(whole ? `(?<![\\p{L}\\d])${prefix}${word}(?![\\p{L}\\d])` : word, 'iu'));
  return [...patterns, only].flatMap((pattern) => pattern.exec(rest)?.[0] ?? []);
}
