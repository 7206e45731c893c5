// The first script of a page: writes down everything that a quiet page does not do.
window.seen = { blocked: [], console: [], errors: [] };

addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
  window.seen.blocked.push(`${effectiveDirective}: ${blockedURI} ${sample}`);
});
addEventListener(
  'error',
  ({ message, target }) => window.seen.errors.push(message ?? `not loaded: ${target.localName}`),
  true,
);
addEventListener('unhandledrejection', ({ reason }) => window.seen.errors.push(`unhandled: ${reason}`));
for (const name of ['debug', 'info', 'log', 'warn', 'error', 'trace', 'table', 'assert']) {
  const original = console[name];
  console[name] = (...words) => {
    window.seen.console.push(`${name}: ${words.join(' ')}`);
    original.apply(console, words);
  };
}
