'use strict';

const CHECK_EVERY_MS = 1000;
const PARENT_IS_GONE = 87; // the exit code of the native module

/**
 * Stands in for @vscode/native-watchdog: ends this process when the process that it was started for is gone.
 * @param {number} parent process id
 */
exports.start = function start(parent) {
  const timer = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(PARENT_IS_GONE);
    }
  }, CHECK_EVERY_MS);
  timer.unref();
};
