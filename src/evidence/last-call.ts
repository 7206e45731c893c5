/** Keeps the last answer of a function, so that only what changed is computed again. Arguments compare by identity. */
export function lastCall<Args extends readonly unknown[], Result>(
  make: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (!last?.args.every((arg, i) => arg === args[i])) last = { args, result: make(...args) };
    return last.result;
  };
}
