/** `setTimeout` in a form that tests can replace. Returns what cancels it. */
export type Timers = (callback: () => void, milliseconds: number) => () => void;

/** The clock’s own. */
export const realTimers: Timers = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
