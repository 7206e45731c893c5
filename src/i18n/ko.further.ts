import type { FurtherMessages } from './en.further.js';

/** Korean: the words of what stands beside the options. The translation awaits clinical review. */
export const koFurther: FurtherMessages = {
  'maintenance.intro': '성인에서 한 임상시험 한 건: 75 % 이상의 재색소침착 뒤에 타크로리무스 또는 위약을 {weeks}주 동안 일주일에 두 번. 색을 조금이라도 잃은 백반을 셌습니다.',
  'maintenance.arm.tacrolimus 0.1% twice weekly': '타크로리무스 일주일에 두 번',
  'maintenance.arm.placebo twice weekly': '위약 일주일에 두 번',
  'maintenance.row': '백반 {total}곳 중 {events}곳이 색을 조금이라도 잃음',
  'maintenance.people': '{people}명',
  'maintenance.analysis.intention-to-treat': '시작한 모든 사람(치료 의도 분석)',
  'maintenance.analysis.per-protocol': '계획을 지킨 사람(계획서 순응 분석)',
  'maintenance.no-interval': '범위 없음: 사람 수를 알 수 없음',
  'maintenance.odds': '색을 잃을 오즈비, 위약 대 타크로리무스: {oddsRatio} ({low}~{high}), {p}',
  'maintenance.p': '{p}, 백반을 서로 독립으로 봄',
  'maintenance.adjusted': '한 사람의 여러 백반을 보정한 값으로 인쇄됨',
  'maintenance.context.relapse-without-maintenance': '이 임상시험의 저자들이 보는, 재색소침착 뒤 첫해에 색을 잃는 비율: 100 중 {estimate}.',
  'maintenance.context.relapse-after-stopping': '얼굴에서 한 다른 임상시험에서, 타크로리무스를 끝낸 뒤 추적이 끝날 때까지 색을 다시 잃은 비율: 100 중 {estimate}.',
  'maintenance.adults-show': '성인에서 나온 결과 보기',

  'relative.figures': '{measure} {estimate} ({low}~{high})',
  'relative.microneedling-repigmentation': '75–100 % 재색소침착에 이름, 미세침과 타크로리무스 대 타크로리무스만',
  'relative.microneedling-melanoblasts': '현미경으로 본 색소 형성 세포',
  'relative.microneedling-adverse-events': '부작용: 알 수 없음, 범위가 모든 가능성을 열어 둠',
  'relative.li-2017-face-50': '얼굴에서 50 % 이상, 크림이나 연고를 함께 쓴 광선치료 대 광선치료만',
  'relative.li-2017-face-75': '얼굴에서 75 % 이상, 크림이나 연고를 함께 쓴 광선치료 대 광선치료만',
  'relative.dang-2016-lesions': '백반 단위로 센 반응, 크림이나 연고 대 위약',
  'relative.dang-2016-patients': '사람 단위로 센 반응, 크림이나 연고 대 위약',
  'relative.trials': '임상시험 {studies}건, {participants}명',
  'measure.RR': '위험비',
  'measure.OR': '오즈비',

  'interval.exact': '{estimate} % ({level} % 신뢰구간 {low}~{high})',
  'interval.exact.none': '{estimate} % (인쇄된 구간 없음)',
  'pooled.single': '연구 한 건, 정확 구간',
  'pooled.prediction': '다른 환경에서: 100 중 {low}에서 {high}',
  'pooled.marginal': '연구들의 평균: 100 중 {estimate}',
  'pooled.heterogeneity': 'I² {iSquared} %, τ² {tauSquared}, Q 검정 {p}',

  'context.row': '{site}: 100 중 {estimate}에서 {threshold}',
  'site.trunk': '몸통',
  'site.extremities': '팔과 다리',

  'sites.note': '몸의 부위들은 서로 다른 연구 묶음에서, 모든 나이에 대해 합쳐졌습니다. 서로 빼지 마십시오.',

  'note.not-monotone': '여기서는 더 높은 기준의 수가 더 큽니다. 연구가 서로 다르기 때문입니다. 둘 다 있는 그대로 보여 줍니다.',
  'note.too-wide': '적어도 한 수치의 범위가 너무 넓어서 말해 주는 것이 거의 없습니다.',
  'note.mixed-units': '일부 연구는 사람 대신 백반을 셌습니다.',
  'note.clustered-lesions': '한 사람의 여러 백반을 셌습니다. 한 사람의 백반들은 비슷하게 변합니다.',
  'note.other-review': '광선치료만의 수치는 다른 고찰 논문에서 나왔고, 다른 사람들이며, 시작한 모든 사람을 센 것입니다. 비교가 아닙니다.',

  'without.row': '{group}: {total} 중 {events}에서 {threshold}',
  'without.row.percent': '{group}: 100 중 {estimate}에서 {threshold}',
  'without.none': '몸의 이 부위에서는 연구되지 않았습니다.',
  'group.untreated lesions': '치료하지 않은 백반',
  'group.vehicle': '약이 들어 있지 않은 크림',
  'group.hydrocortisone 1 %': '하이드로코르티손 크림',
  'group.vehicle, face': '약이 들어 있지 않은 크림, 얼굴',
};
