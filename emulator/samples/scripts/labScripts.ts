import type { SampleScript } from '../../store/sqlScripts.ts';
import { byAzureCli, byStudio, serverless } from './authors.ts';

/** Of the partner's laboratory. */
export function* labScripts(): Generator<SampleScript> {
  yield byStudio('Experiment 1', 'SELECT TOP 10 * FROM sys.databases;\n', { target: serverless, resultLimit: 5000 });
  yield byAzureCli('experiment_2', 'SELECT @@VERSION;\n', 'Experiments');
}
