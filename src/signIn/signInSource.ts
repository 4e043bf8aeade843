import * as vscode from 'vscode';
import type { Cloud } from '../azure/cloud.ts';
import type { Plane } from '../azure/operation.ts';
import { SignInNeededError, type TokenSource } from '../azure/tokenSource.ts';
import type { Ask, ConnectionSource, CreateRest, OpenConnection } from '../platform/connection.ts';
import { accountIdentities } from './accounts/accountIdentity.ts';
import { readCloud } from './cloudSetting.ts';
import { adviceOf, credentialIdentities, credentialTokens } from './credentials/credentialIdentity.ts';
import { type CredentialKind, usesAccount } from './credentials/credentialKinds.ts';
import { type ChosenCredentials, readClientId, readCredentials } from './credentials/readCredentials.ts';
import type { Identities } from './identities.ts';

const planes: readonly Plane[] = ['resourceManager', 'workspace', 'graph'];

type Sources = Readonly<Record<Plane, TokenSource | undefined>>;

/**
 * Connects to the cloud of the settings, with the credentials of the settings: each audience may have its own, because
 * not every tenant lets VS Code's client ask for all of them.
 */
export class SignInSource implements ConnectionSource {
  readonly id = 'accounts';
  readonly #createRest: CreateRest;
  readonly #secrets: vscode.SecretStorage;

  constructor(createRest: CreateRest, secrets: vscode.SecretStorage) {
    this.#createRest = createRest;
    this.#secrets = secrets;
  }

  async connect(ask: Ask): Promise<OpenConnection | undefined> {
    const cloud = readCloud();
    const chosen = readCredentials();
    const accounts = planes.some((plane) => usesAccount(chosen[plane]))
      ? await accountIdentities(cloud, ask, chosen.resourceManager === 'ownClient' ? readClientId() : undefined)
      : undefined;
    try {
      const sources = await this.#sources(cloud, chosen, accounts, ask);
      const identities = identitiesOf(chosen.resourceManager, accounts, sources.resourceManager);
      if (identities) return await this.#open(cloud, chosen, identities, accounts, sources);
      accounts?.dispose();
      return undefined;
    } catch (error) {
      accounts?.dispose();
      throw error;
    }
  }

  /** Each kind is made once, however many audiences use it; one after the other, since two of them might ask. */
  async #sources(
    cloud: Cloud,
    chosen: ChosenCredentials,
    accounts: Identities | undefined,
    ask: Ask,
  ): Promise<Sources> {
    const made = new Map<CredentialKind, TokenSource | undefined>();
    for (const kind of new Set(planes.map((plane) => chosen[plane]))) {
      if (kind === 'account') made.set(kind, accounts?.tokens);
      else if (kind === 'ownClient') made.set(kind, accounts?.asClient?.(readClientId()));
      else made.set(kind, await credentialTokens(kind, cloud, this.#secrets, ask !== 'no'));
    }
    return {
      resourceManager: made.get(chosen.resourceManager),
      workspace: made.get(chosen.workspace),
      graph: made.get(chosen.graph),
    };
  }

  async #open(
    cloud: Cloud,
    chosen: ChosenCredentials,
    identities: Identities,
    accounts: Identities | undefined,
    sources: Sources,
  ): Promise<OpenConnection> {
    const rest = await this.#createRest(cloud, tokensByAudience(cloud, sources));
    return {
      connection: {
        cloud,
        rest,
        account: identities.label,
        accountLabel: (accountId) => identities.labelOf?.(accountId),
        tenants: (signal) => identities.tenants(rest, signal),
        signIn: async (request) => {
          const kind = chosen[planeOf(cloud, request.audience) ?? 'resourceManager'];
          if (!usesAccount(kind)) throw new Error(adviceOf(kind));
          if (!accounts) throw new Error(vscode.l10n.t('No account is signed in. Use “Synapse: Sign in to Azure…”.'));
          await accounts.signIn(request, kind === 'ownClient' ? readClientId() : undefined);
        },
      },
      ended: identities.ended,
      onDidChange: (listener) => {
        identities.onDidChange?.(listener);
      },
      close: () => {
        identities.dispose();
        accounts?.dispose();
      },
    };
  }
}

/** Who is signed in is decided by the credential for Azure Resource Manager: it lists the tenants. */
function identitiesOf(
  kind: CredentialKind,
  accounts: Identities | undefined,
  tokens: TokenSource | undefined,
): Identities | undefined {
  if (!tokens) return undefined;
  return usesAccount(kind) ? accounts : credentialIdentities(kind, tokens);
}

function planeOf(cloud: Cloud, audience: string): Plane | undefined {
  return planes.find((plane) => cloud[plane]?.audience === audience);
}

function tokensByAudience(cloud: Cloud, sources: Sources): TokenSource {
  return {
    async getToken(request) {
      const plane = planeOf(cloud, request.audience);
      const source = plane && sources[plane];
      if (!source)
        throw new SignInNeededError(request, vscode.l10n.t('There is no credential for {0}.', request.audience));
      return await source.getToken(request);
    },
  };
}
