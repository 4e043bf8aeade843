import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const loaded: string[] = [];

/** Notes each file that is loaded as a module from now on. To be called before the extension is activated. */
export function watchLoadedFiles(): void {
  nodeModule.registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) loaded.push(fileURLToPath(url));
      return next(url, context);
    },
  });
}

/** Absolute paths, in the order of loading. */
export function loadedFiles(): readonly string[] {
  return loaded;
}
