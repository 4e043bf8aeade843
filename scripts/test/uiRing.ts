import { rmSync } from 'node:fs';
import path from 'node:path';
import { installBrowser } from '../../test/vscode/installBrowser.ts';
import { installServer } from '../../test/vscode/installServer.ts';
import { vsixFile } from '../../test/vscode/packagedExtension.ts';
import { resultsFolder } from '../../test/vscode/paths.ts';
import { packageExtension } from '../packageExtension.ts';
import { report } from './console.ts';
import { runNodeTests } from './nodeTests.ts';
import { add, oneFailed, onePassed, type Outcome } from './outcome.ts';
import { freshTrafficFolder, OPERATION_TIME_MS } from './traffic.ts';

/** Packages the extension and runs test/ui against the package, in a real workbench. */
export async function runUiRing(): Promise<Outcome> {
  const start = performance.now();
  const { packaged, output } = await packageExtension(vsixFile);
  report(packaged, 'the extension is packaged', start, output);
  if (!packaged) return oneFailed;

  await installServer();
  await installBrowser();
  rmSync(path.join(resultsFolder, 'ui'), { recursive: true, force: true }); // pictures of an earlier run's failures
  const outcome = await runNodeTests('ui', {
    oneByOne: true,
    again: true,
    env: {
      SYNAPSE_TEST_VSIX: vsixFile,
      SYNAPSE_EMULATOR_RECORD: freshTrafficFolder('ui'),
      SYNAPSE_EMULATOR_OPERATION_TIME: String(OPERATION_TIME_MS),
    },
  });
  return add(onePassed, outcome);
}
