// For the page around the iframe: gives each `iframe[data-vitiligo-outlook]` the height that its page tells.
window.addEventListener('message', (/** @type {MessageEvent<{type?: unknown, height?: unknown} | null>} */ event) => {
  const height = event.data?.height;
  if (event.data?.type !== 'vitiligo-outlook' || typeof height !== 'number') return;
  /** @type {NodeListOf<HTMLIFrameElement>} */
  const frames = document.querySelectorAll('iframe[data-vitiligo-outlook]');
  for (const frame of frames) {
    const isIts = frame.contentWindow === event.source && new URL(frame.src, location.href).origin === event.origin;
    if (isIts && height > 0 && height < 50000) frame.style.setProperty('block-size', `${height}px`);
  }
});
