import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Authentication } from './auth/authenticate.ts';
import { IpFirewall } from './auth/ipFirewall.ts';
import { RefreshTokens } from './auth/refreshTokens.ts';
import { Tokens } from './auth/tokens.ts';
import { Faults } from './faults/faults.ts';
import { FaultsFile } from './faults/faultsFile.ts';
import { Addresses } from './http/addresses.ts';
import { Connections, type Sleep } from './http/connections.ts';
import { Dispatcher } from './http/dispatcher.ts';
import { RouteTable, type Route } from './http/routes.ts';
import { AuthorityFile } from './https/authorityFile.ts';
import type { Certificates } from './https/certificates.ts';
import { ConnectProxy } from './https/connectProxy.ts';
import { Operations } from './longRunning/operations.ts';
import { defaultOptions, type EmulatorOptions } from './options.ts';
import { Recorder } from './recording/recorder.ts';
import { samples } from './samples/samples.ts';
import { allRoutes } from './services/allRoutes.ts';
import type { Context } from './services/context.ts';
import { Application } from './store/application.ts';
import { Store } from './store/store.ts';
import { defaultUnverified, type Unverified } from './unverified.ts';

/** What a client needs to know; the ready line is this object. URLs have no trailing slash. */
export interface Ready {
  readonly resourceManager: string;
  readonly activeDirectory: string;
  readonly graph: string;
  /** A workspace's development endpoint, with `{workspace}` in place of the name. */
  readonly workspaceEndpoint: string;
  /** The home tenant of the sample's user. */
  readonly tenantId: string;
  /** A client that may ask for tokens in every tenant of the sample. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Object id of a person in the home tenant. */
  readonly principalId: string;
  /** With https: a proxy that leads Azure's host names to the emulator; what a client gets as `HTTPS_PROXY`. */
  readonly proxy?: string;
  /** With https: file with the certificate (PEM) that a client has to trust. */
  readonly ca?: string;
  /** With https, because MSAL takes no http: signs in the person of `principalId`, in every tenant that knows them. */
  readonly refreshToken?: string;
}

export interface Emulator {
  readonly ready: Ready;
  /** Origin of all URLs, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly faults: Faults;
  /** What it serves, as fault rules and recordings name it. */
  readonly operationIds: readonly string[];
  /** The same, with the places where it is served. */
  readonly routes: readonly Pick<Route, 'operationId' | 'service' | 'method' | 'path' | 'query' | 'apiVersions'>[];
  /** Ends all connections and waits until the recordings are written. */
  close(): Promise<void>;
}

export interface StartOptions extends Partial<Omit<EmulatorOptions, 'unverified'>> {
  /** Values of some switches; the others have their defaults. */
  readonly unverified?: Partial<Unverified>;
  /** Milliseconds since 1970; operations and tokens go by it. */
  readonly clock?: () => number;
  /** Waits; latency and delays of fault rules go by it. */
  readonly sleep?: Sleep;
  /** Gets one line at a time about what is wrong with a faults file. */
  readonly warn?: (message: string) => void;
}

const realSleep: Sleep = (milliseconds, signal) => delay(milliseconds, undefined, { signal });

/** The library for certificates is the emulator's largest part: it is read only when it is needed. */
async function makeCertificates(): Promise<Certificates> {
  const module = await import('./https/certificates.ts');
  return module.makeCertificates();
}

/** Starts an emulator on 127.0.0.1. @throws when the port is taken or the recording folder cannot be made */
export async function startEmulator(startOptions: StartOptions = {}): Promise<Emulator> {
  const {
    clock = Date.now,
    sleep = realSleep,
    warn = (message) => process.stderr.write(`${message}\n`),
    unverified,
    ...given
  } = startOptions;
  const options: EmulatorOptions = { ...defaultOptions, ...given, unverified: { ...defaultUnverified, ...unverified } };

  const certificates = options.https ? await makeCertificates() : undefined;
  const server =
    certificates === undefined
      ? createServer()
      : createSecureServer({ key: certificates.key, cert: certificates.certificate });
  // With https the server itself does not know of connections on which TLS has not begun.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Longer than clients keep idle connections, so that no request meets one that is just being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const addresses = new Addresses(`${certificates === undefined ? 'http' : 'https'}://127.0.0.1:${port}`);

  const store = new Store();
  const operations = new Operations(clock, options.operationTime);
  const application = new Application();
  const context: Context = {
    store,
    operations,
    clock,
    pageSize: options.pageSize,
    firewallDelay: options.firewallDelay,
    scriptSizeLimit: options.scriptSizeLimit,
    anyNames: options.sample === 'spec-examples',
    unverified: options.unverified,
  };
  const user = samples[options.sample]({ store, operations, application, clock, ...options });

  const tokens = new Tokens(clock);
  const refreshTokens = new RefreshTokens();
  const authentication = new Authentication({ store, tokens, clock });
  const faults = new Faults();
  const recorder = options.record === undefined ? undefined : await Recorder.open(options.record, addresses);
  const routes = allRoutes(context, { tokens, refreshTokens, application, user });
  const connections = new Connections({
    addresses,
    authentication,
    clock,
    faults,
    faultsFile: options.faults === undefined ? undefined : new FaultsFile(options.faults, faults, warn),
    latency: options.latency,
    operations,
    recorder,
    sleep,
    routes: new RouteTable(routes),
    dispatcher: new Dispatcher(authentication, new IpFirewall({ store, clock, clientAddress: options.clientAddress })),
    store,
    tokens,
  });
  server.on('request', (request, response) => connections.serve(request, response));

  const proxy = certificates && (await ConnectProxy.open(port));
  const authorityFile = certificates && (await AuthorityFile.write(certificates.authority));

  return {
    url: addresses.origin,
    faults,
    routes,
    operationIds: [...new Set(routes.map(({ operationId }) => operationId))],
    ready: {
      resourceManager: addresses.urls.resourceManager,
      activeDirectory: addresses.urls.activeDirectory,
      graph: addresses.urls.graph,
      workspaceEndpoint: addresses.urls.workspace('{workspace}'),
      tenantId: user.tenantId,
      clientId: application.clientId,
      clientSecret: application.clientSecret,
      principalId: user.principalId,
      ...(proxy && { proxy: proxy.url }),
      ...(authorityFile && { ca: authorityFile.path, refreshToken: refreshTokens.issue(user.principalId) }),
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.close();
      for (const socket of sockets) socket.destroy();
      await proxy?.close();
      await closed;
      await authorityFile?.remove();
      await recorder?.close();
    },
  };
}
