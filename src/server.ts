/** Joins the pages to a port of this machine. */
import { serve } from '@hono/node-server';
import { makeApp } from './web/app.ts';

export interface Server {
  readonly address: string;
  close(): Promise<void>;
}

/** @throws the system's own error (`EADDRINUSE`, `EACCES`) where the port cannot be had. */
export function openServer(port: number): Promise<Server> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: makeApp().fetch, port, hostname: '127.0.0.1' }, (info) => {
      done({
        address: `http://127.0.0.1:${info.port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', fail);
  });
}
