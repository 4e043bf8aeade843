import { ArtifactsClient } from '@azure/synapse-artifacts';
import pLimit from 'p-limit';
import { documentFor, folderPlan } from '../../src/features/sqlScripts/folderPublish/folderPlan.ts';
import { emptySidecar } from '../../src/features/sqlScripts/folderPublish/sidecar.ts';
import { wantedScripts } from '../../src/features/sqlScripts/folderPublish/wantedScripts.ts';
import { WorkspaceScripts } from '../../src/features/sqlScripts/scripts/workspaceScripts.ts';
import { applyPlan } from '../../src/platform/plan/applyPlan.ts';
import { isChange } from '../../src/platform/plan/plan.ts';
import { inWorkspace, type Place } from '../support/place.ts';

export interface File {
  readonly folder: string;
  readonly name: string;
  readonly query: string;
}

/** Publishes the files, and resolves when the service has said of each that it is done. */
export type Client = (place: Place, files: readonly File[]) => Promise<void>;

/** As “Publish folder to workspace…” does it: list, plan, and the plan's rows applied. */
const ours: Client = async (place, files) => {
  const store = new WorkspaceScripts(inWorkspace(place));
  const { signal } = new AbortController();
  const [scripts] = await Promise.all([store.list(signal, { fresh: true }), store.checkWrite(signal)]);
  const bytes = new TextEncoder();
  const found = files.map(({ folder, name, query }) => ({ path: `${folder}/${name}.sql`, bytes: bytes.encode(query) }));
  const { workspaceName } = place;
  const wanted = wantedScripts(found, { sidecar: emptySidecar, workspaceName, below: '' });
  const words = { difference: String, problem: String, duplicate: String };
  const rows = folderPlan(wanted, scripts, '', words).filter((row) => isChange(row) && row.action !== 'remove');
  const { done, failed } = await applyPlan([rows], {
    stop: signal,
    onProgress: () => undefined,
    perform: async (row, accepted) => {
      const { name, document } = documentFor(row);
      await store.put(name, document, { onState: accepted, ifMatch: row.present?.etag, about: { title: name } });
    },
  });
  const [first] = failed;
  if (first !== undefined) throw first.error;
  if (done.length !== files.length) throw new Error(`${String(done.length)} scripts were published`);
};

/** As the documentation of Azure's own library shows it, with so many workers. */
function sdk(workers: number): Client {
  return async ({ endpoint, token }, files) => {
    const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const { sqlScriptOperations } = new ArtifactsClient(credential, endpoint);
    const limit = pLimit(workers);
    await Promise.all(
      files.map(({ folder, name, query }) =>
        limit(() =>
          sqlScriptOperations.beginCreateOrUpdateSqlScriptAndWait(name, {
            name,
            properties: { content: { query }, folder: { name: folder } },
          }),
        ),
      ),
    );
  };
}

export const clients = { ours, sdk: sdk(8) } satisfies Record<string, Client>;
export type ClientName = keyof typeof clients;
