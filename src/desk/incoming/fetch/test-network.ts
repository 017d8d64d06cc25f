/** For tests: a network of invented hosts, all of which lead to one server on loopback. Nothing leaves this machine. */
import http from 'node:http';
import net from 'node:net';
import type { Network, Target } from '../fetch.ts';

export interface TestNetwork extends Network {
  /** The connections that were opened, in order. */
  readonly connected: readonly Target[];
  /** The hosts that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** @param hosts name → its addresses, one list for each time it is asked; the last one stays. */
export async function openTestNetwork(
  hosts: Readonly<Record<string, readonly (readonly string[])[]>>,
  answer: http.RequestListener,
): Promise<TestNetwork> {
  const server = http.createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  const connected: Target[] = [];
  const asked: string[] = [];
  return {
    connected,
    asked,
    async resolve(host) {
      const times = asked.filter((each) => each === host).length;
      asked.push(host);
      const lists = hosts[host];
      if (!lists) throw Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' });
      return lists[Math.min(times, lists.length - 1)] as readonly string[];
    },
    connect(to) {
      connected.push(to);
      return net.connect({ host: '127.0.0.1', port });
    },
    deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
