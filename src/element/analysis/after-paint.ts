/** A page in the background has no frames: then it is done after so many milliseconds. */
const WITHOUT_FRAMES_MS = 200;

/** Work that waits until the next frame is on screen, or until the page is printed. */
export interface AfterPaint {
  /** Asked for again before it is done, it waits for the later frame, and is done once. */
  ask(): void;
  /** Does it, asked for or not. */
  now(): void;
}

/** `wait` is given a promise of the work each time that there is some to do. */
export function createAfterPaint(work: () => void, wait: (done: Promise<void>) => void): AfterPaint {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout>;
  let handleDone: (() => void) | null = null;
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    removeEventListener('beforeprint', now);
  };
  const now = () => {
    cancel();
    handleDone?.();
    handleDone = null;
    work();
  };
  return {
    ask() {
      cancel();
      if (!handleDone) wait(new Promise((resolve) => (handleDone = resolve)));
      timer = setTimeout(now, WITHOUT_FRAMES_MS);
      // What goes on paper is what the page is once the listeners of this event are done.
      addEventListener('beforeprint', now);
      // A frame is painted right after what it calls; a timer comes next.
      frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        timer = setTimeout(now);
      });
    },
    now,
  };
}
