/** So many items are looked at between two steps: well below a millisecond, and more than the literature has. */
export const ITEMS_A_STEP = 500;

/** Work that can stop on its way and go on later, so that a page paints in between (`inSlices`). */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does such work to its end at once. */
export function atOnce<Result>(work: Steps<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** `list.forEach(visit)` in steps. */
export function* eachInSteps<T>(list: readonly T[], visit: (item: T, position: number) => void): Steps<void> {
  for (let position = 0; position < list.length; position += 1) {
    if (position % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    visit(list[position]!, position);
  }
}

/** `list.map(make)` in steps. */
export function* mapInSteps<T, U>(list: readonly T[], make: (item: T, position: number) => U): Steps<U[]> {
  const made: U[] = [];
  yield* eachInSteps(list, (item, position) => made.push(make(item, position)));
  return made;
}
