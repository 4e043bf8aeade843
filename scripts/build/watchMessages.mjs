/**
 * Says when something is being built and when nothing is any more, in the words that the problem matcher of
 * .vscode/tasks.json waits for: F5 starts VS Code only after the first build of everything.
 * @param {readonly string[]} names of all builds
 * @returns {(name: string) => import('esbuild').Plugin}
 */
export function watchMessages(names) {
  const running = new Set(names);
  console.log('[watch] started');
  return (name) => ({
    name: 'watch-messages',
    setup(build) {
      build.onStart(() => {
        if (running.size === 0) console.log('[watch] started');
        running.add(name);
      });
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors) {
          const place = location ? `${location.file}:${location.line}:${location.column}` : 'esbuild.mjs:1:1';
          console.log(`${place}: error: ${text}`);
        }
        running.delete(name);
        if (running.size === 0) console.log('[watch] finished');
      });
    },
  });
}
