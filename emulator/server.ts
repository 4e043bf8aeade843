import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Authentication } from './auth/authenticate.ts';
import { Tokens } from './auth/tokens.ts';
import { Faults } from './faults/faults.ts';
import { FaultsFile } from './faults/faultsFile.ts';
import { Addresses } from './http/addresses.ts';
import { Connections, type Sleep } from './http/connections.ts';
import { Dispatcher } from './http/dispatcher.ts';
import { RouteTable } from './http/routes.ts';
import { Operations } from './longRunning/operations.ts';
import { defaultOptions, type EmulatorOptions } from './options.ts';
import { Recorder } from './recording/recorder.ts';
import { samples } from './samples/samples.ts';
import { allRoutes } from './services/allRoutes.ts';
import type { Context } from './services/context.ts';
import { Application } from './store/application.ts';
import { Store } from './store/store.ts';

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
}

export interface Emulator {
  readonly ready: Ready;
  /** Origin of all URLs, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly faults: Faults;
  /** Ends all connections and waits until the recordings are written. */
  close(): Promise<void>;
}

export interface StartOptions extends Partial<EmulatorOptions> {
  /** Milliseconds since 1970; operations and tokens go by it. */
  readonly clock?: () => number;
  /** Waits; latency and delays of fault rules go by it. */
  readonly sleep?: Sleep;
  /** Gets one line at a time about what is wrong with a faults file. */
  readonly warn?: (message: string) => void;
}

const realSleep: Sleep = (milliseconds, signal) => delay(milliseconds, undefined, { signal });

/** Starts an emulator on 127.0.0.1. @throws when the port is taken or the recording folder cannot be made */
export async function startEmulator(startOptions: StartOptions = {}): Promise<Emulator> {
  const {
    clock = Date.now,
    sleep = realSleep,
    warn = (message) => process.stderr.write(`${message}\n`),
    ...given
  } = startOptions;
  const options: EmulatorOptions = { ...defaultOptions, ...given };

  const server = createServer();
  // Longer than clients keep idle connections, so that no request meets one that is just being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const addresses = new Addresses(`http://127.0.0.1:${port}`);

  const store = new Store();
  const operations = new Operations(clock, options.operationTime);
  const application = new Application();
  const context: Context = { store, operations, addresses, clock, pageSize: options.pageSize };
  const { principalId, tenantId } = samples[options.sample]({ store, operations, application, ...options });

  const tokens = new Tokens(clock);
  const authentication = new Authentication({ store, tokens, addresses, clock });
  const faults = new Faults();
  const recorder = options.record === undefined ? undefined : await Recorder.open(options.record, addresses);
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
    routes: new RouteTable(allRoutes(context, tokens, application)),
    dispatcher: new Dispatcher(authentication),
  });
  server.on('request', (request, response) => connections.serve(request, response));

  return {
    url: addresses.origin,
    faults,
    ready: {
      resourceManager: addresses.resourceManager,
      activeDirectory: addresses.activeDirectory,
      graph: addresses.graph,
      workspaceEndpoint: addresses.workspace('{workspace}'),
      tenantId,
      clientId: application.clientId,
      clientSecret: application.clientSecret,
      principalId,
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      connections.close();
      server.closeAllConnections();
      await closed;
      await recorder?.close();
    },
  };
}
