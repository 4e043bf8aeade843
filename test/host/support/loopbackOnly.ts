import net from 'node:net';

/** A connection that code of this process asked for. */
export interface Attempt {
  readonly host: string;
  readonly port: number;
}

/** Where refused connections are sent instead: a port of this computer that nobody may listen on without being root. */
const nobody: Attempt = { host: '127.0.0.1', port: 1 };

const attempts: Attempt[] = [];
const refused: Attempt[] = [];

/**
 * From now on this process, which is the extension host, reaches nothing but this computer: any other connection is
 * noted, and fails before a name is looked up or a packet is sent. All of Node's clients (http, https, fetch) come
 * through here. Named pipes and local sockets, which VS Code itself uses, are let through unseen.
 */
export function allowOnlyLoopback(): void {
  const connect = Reflect.get(net.Socket.prototype, 'connect') as (this: net.Socket, ...args: unknown[]) => net.Socket;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const attempt = attemptOf(args);
    if (attempt) {
      attempts.push(attempt);
      if (!isLoopback(attempt.host)) {
        refused.push(attempt);
        return connect.call(this, nobody);
      }
    }
    return connect.apply(this, args);
  };
}

/** Every connection that was asked for so far. */
export function connectionAttempts(): readonly Attempt[] {
  return attempts;
}

/** The connections that were refused since the last call. */
export function takeRefusedConnections(): Attempt[] {
  return refused.splice(0);
}

/** `connect` takes options, a port with a host, a path, or what `net.connect` made of these: an array of them. */
function attemptOf(args: readonly unknown[]): Attempt | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))) {
    return { host: typeof second === 'string' ? second : 'localhost', port: Number(first) };
  }
  if (typeof first !== 'object' || first === null || !('port' in first)) return undefined;
  if ('path' in first && typeof first.path === 'string') return undefined;
  const host = 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  return { host, port: Number(first.port) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
