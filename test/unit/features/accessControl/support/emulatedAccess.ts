import type { Emulator } from '../../../../../emulator/server.ts';
import { createRestService } from '../../../../../src/azure/createRestService.ts';
import type { RequestLogEntry } from '../../../../../src/azure/requestLog.ts';
import type { Write, WriteEnd } from '../../../../../src/azure/writeObserver.ts';
import type { Assignment, CompleteAssignment } from '../../../../../src/features/accessControl/model/access.ts';
import { SynapseAccess } from '../../../../../src/features/accessControl/roles/synapseAccess.ts';
import { cloudAt } from '../../../azure/support/service.ts';
import { VirtualClock } from '../../../azure/support/virtualClock.ts';
import { TestClient } from '../../../emulator/client.ts';

export const { signal } = new AbortController();

/** One window of VS Code, as far as role assignments go. */
export interface Window {
  readonly access: SynapseAccess;
  readonly log: RequestLogEntry[];
  /** The changes as Activity is told of them. */
  readonly ends: { readonly write: Write; readonly end: WriteEnd }[];
  readonly clock: VirtualClock;
}

/** An emulator over real HTTP, and as many windows on one of its workspaces as a test opens. */
export class EmulatedAccess implements AsyncDisposable {
  readonly client: TestClient;
  readonly workspaceName: string;

  static async start(workspaceName = 'contoso-sales', options = {}): Promise<EmulatedAccess> {
    return new EmulatedAccess(await TestClient.start(options), workspaceName);
  }

  private constructor(client: TestClient, workspaceName: string) {
    this.client = client;
    this.workspaceName = workspaceName;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client[Symbol.asyncDispose]();
  }

  get faults(): Emulator['faults'] {
    return this.client.emulator.faults;
  }

  get scope(): string {
    return `workspaces/${this.workspaceName}`;
  }

  /** A window of its own: nothing is shared with others but the service. Its waits take no time. */
  open(): Window {
    const log: RequestLogEntry[] = [];
    const ends: { write: Write; end: WriteEnd }[] = [];
    const clock = new VirtualClock();
    const cloud = {
      ...cloudAt(this.client.emulator.url),
      workspace: { endpoint: this.client.emulator.ready.workspaceEndpoint, audience: 'https://dev.azuresynapse.net' },
    };
    const rest = createRestService({
      cloud,
      clock,
      random: () => 1,
      tokens: {
        getToken: async ({ fresh }) => {
          if (fresh !== true) return this.client.token('https://dev.azuresynapse.net');
          const { body } = await this.client.requestToken({ scope: 'https://dev.azuresynapse.net/.default' });
          return String(body['access_token']);
        },
      },
      log: { request: (entry) => void log.push(entry) },
      onWrite: (write) => ({ accepted: () => undefined, ended: (end) => void ends.push({ write, end }) }),
    });
    const access = new SynapseAccess({
      connection: { cloud, rest, account: 'me', tenants: () => Promise.resolve([]), signIn: () => Promise.resolve() },
      workspace: {
        id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Synapse/workspaces/${this.workspaceName}`,
        tenantId: this.client.home,
        subscriptionId: 's',
        resourceGroupName: 'g',
        workspaceName: this.workspaceName,
        endpoint: this.client.endpoint(this.workspaceName),
        location: 'westeurope',
        repository: undefined,
        publicNetworkAccess: true,
        sqlEndpoint: '',
        sqlOnDemandEndpoint: '',
      },
    });
    return { access, log, ends, clock };
  }

  /** The service's own list, read without the code that is tested. */
  async assignments(): Promise<readonly Assignment[]> {
    const found: Assignment[] = [];
    let continuation = '';
    do {
      const headers: Record<string, string> = continuation === '' ? {} : { 'x-ms-continuation': continuation };
      const answer = await this.client.dev('GET', this.workspaceName, '/roleAssignments', undefined, headers);
      const { value } = JSON.parse(answer.text) as {
        value: (Omit<Assignment, 'roleId'> & { roleDefinitionId: string })[];
      };
      found.push(...value.map(({ roleDefinitionId, ...others }) => ({ ...others, roleId: roleDefinitionId })));
      continuation = answer.headers.get('x-ms-continuation') ?? '';
    } while (continuation !== '');
    return found;
  }

  /** A principal of the workspace, of this type, that the tests give roles to. */
  async somebody(type: CompleteAssignment['principalType'] = 'User'): Promise<string> {
    const found = (await this.assignments()).find(({ principalType }) => principalType === type);
    if (!found) throw new Error(`No ${type} has a role in ${this.workspaceName}`);
    return found.principalId;
  }
}

/** All that pages bring. */
export async function allOf<Item>(pages: AsyncIterable<{ readonly items: readonly Item[] }>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const { items } of pages) all.push(...items);
  return all;
}

export const requests = (log: readonly RequestLogEntry[], method: string): RequestLogEntry[] =>
  log.filter((entry) => entry.method === method);
