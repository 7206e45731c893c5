/** Where in a text something stands, as an editor shows it: both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of offsets. Looks for line breaks no further than it is asked, and only once. */
export function createPositions(text: string): (offset: number) => TextPosition {
  const breaks = /\r\n|\r|\n/g;
  const starts = [0];
  let isComplete = false;
  const extend = (offset: number) => {
    while (!isComplete && starts.at(-1)! <= offset) {
      if (breaks.exec(text)) starts.push(breaks.lastIndex);
      else isComplete = true;
    }
  };
  return (offset) => {
    extend(offset);
    const line = countUpTo(starts, offset);
    return { line, column: offset - starts[line - 1]! + 1 };
  };
}

/** How many of the ascending numbers are at most this one. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
