/** Joins the doors to a port: the gate before all, faults to answers in one place, an orderly end. */
import type { Server as HttpServer } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Door, gate, isLoopback, withHeaders } from './access/gate.ts';
import { makeApi } from './api/api.ts';
import type { ApiDesk } from './api/desk.ts';
import { answerProblem, statusOf } from './api/problem.ts';
import { makeFault } from './desk/faults.ts';
import { loadVoice } from './desk/languages.ts';
import { network, sign } from './desk/outside.ts';
import { Fault } from './fault.ts';
import { makeApp } from './web/app.tsx';

export interface ServerOptions extends Pick<ApiDesk, 'archive' | 'report'>, Partial<Omit<ApiDesk, 'archive' | 'report'>> {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where it listens; only on this machine where it is left out. */
  readonly host?: string | undefined;
  /** Names, besides `host`, under which it may be asked. */
  readonly names?: readonly string[] | undefined;
}

export interface Server {
  readonly address: string;
  /** Whether machines other than this one can reach it. */
  readonly open: boolean;
  /** Takes no new request, lets those in hand end for a while, then cuts them off. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Milliseconds that requests in hand are given when the server is told to stop. */
const PATIENCE = 10_000;

/** All doors as one function from request to response. */
export function joinDoors(door: Door, desk: ApiDesk): Hono {
  const app = new Hono();
  app.use(withHeaders, gate(door));
  app.get('/api/v1', (context) => context.redirect('/api/v1/', 308));
  app.route('/api/v1', makeApi(desk));
  app.route('/', makeApp(desk));
  // What comes here was refused before any door, or no door dealt with it.
  app.onError(async (error, context) => {
    if (context.req.path.startsWith('/api/')) return answerProblem(error, context, desk.report);
    const voice = await loadVoice(context.req.header('accept-language') ?? '');
    if (error instanceof Fault && voice.phrases.faults[error.code]) {
      const { problem, cure } = makeFault(voice, error.code, error.values);
      return context.text(`${problem}\n${cure}\n`, statusOf(error) as 500);
    }
    desk.report?.(error);
    return context.text(`${voice.label('errorTitle')}\n`, 500);
  });
  return app;
}

/** @throws the system's own error (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`) where host and port cannot be had. */
export function openServer({ port, host = LOOPBACK, names = [], ...given }: ServerOptions): Promise<Server> {
  const app = joinDoors({ host, names }, { network, sign: (who) => sign(who, {}), ...given });
  return new Promise((done, fail) => {
    const server = serve(
      {
        fetch: app.fetch,
        port,
        hostname: host.replace(/^\[|\]$/g, ''),
        // A request that comes in drop by drop holds nothing for long.
        serverOptions: { headersTimeout: 20_000, requestTimeout: 300_000, maxHeaderSize: 16_384 },
      },
      (info) =>
        done({
          address: `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${info.port}/`,
          open: !isLoopback(host),
          close: () => end(server as HttpServer),
        }),
    );
    server.on('error', fail);
  });
}

function end(server: HttpServer): Promise<void> {
  return new Promise((closed) => {
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(timer);
      closed();
    });
    server.closeIdleConnections();
  });
}
