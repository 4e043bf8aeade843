import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { serviceAtHost } from '../http/serviceUrls.ts';

/**
 * A proxy on loopback that leads Azure's host names to the emulator, and nowhere else: what a client gets as
 * `HTTPS_PROXY`. It never opens a connection to another machine.
 */
export class ConnectProxy {
  readonly #target: number;
  readonly #server: Server;
  readonly #tunnels = new Set<Duplex>();

  /** @param target the emulator's own port */
  static async open(target: number): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(target);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer((_request, response) => {
      response.writeHead(403, { 'Content-Type': 'text/plain', Connection: 'close' });
      response.end('This proxy of the Synapse emulator takes CONNECT only.\n');
    });
    this.#server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) =>
      this.#tunnel(request.url ?? '', client, head),
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    for (const end of this.#tunnels) end.destroy();
    await closed;
  }

  #tunnel(authority: string, client: Duplex, head: Buffer): void {
    this.#remember(client);
    if (!this.#leadsTo(authority)) {
      client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const emulator: Socket = connect(this.#target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (head.length > 0) emulator.write(head);
      // Either side may leave at any time; pipeline() then ends the other.
      pipeline(client, emulator, client, () => undefined);
    });
    this.#remember(emulator);
    emulator.once('error', () => client.destroy());
  }

  #leadsTo(authority: string): boolean {
    const [, host = '', port] = /^(.+):(\d+)$/.exec(authority.toLowerCase()) ?? [];
    if (serviceAtHost(host) !== undefined) return port === '443';
    return ['localhost', '127.0.0.1'].includes(host) && ['443', String(this.#target)].includes(port ?? '');
  }

  #remember(end: Duplex): void {
    this.#tunnels.add(end);
    end.once('close', () => this.#tunnels.delete(end));
    // A broken connection is the other side's affair; without a listener it would end the process.
    end.on('error', () => undefined);
  }
}
