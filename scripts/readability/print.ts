import { patientText } from './patient-text.js';
import { readabilityOf, sentencesOf, type Readability } from './grade.js';

/** The hardest sentences are printed, so that whoever wants to mend the text sees where. */
const HARDEST = 12;

const row = (name: string, { grade, sentences, words }: Readability) =>
  `${name.padEnd(18)} grade ${grade.toFixed(1).padStart(4)}  ${sentences} sentences, ${words} words`;

export function printReadability(): void {
  const tables = [...patientText()];
  const all = tables.flatMap(([, messages]) => messages);
  for (const [file, messages] of tables) console.log(row(file, readabilityOf(messages)));
  console.log(row('all patient text', readabilityOf(all)));
  const byGrade = all.flatMap(sentencesOf).map((sentence) => ({ sentence, grade: readabilityOf([sentence]).grade }));
  console.log('\nHardest sentences:');
  for (const { sentence, grade } of byGrade.sort((a, b) => b.grade - a.grade).slice(0, HARDEST)) {
    console.log(`${grade.toFixed(1).padStart(5)}  ${sentence}`);
  }
}

printReadability();
