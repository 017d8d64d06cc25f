/** For tests: the API over an archive of its own in memory, with a network of invented hosts. */

import { openArchive } from '../desk/archive.ts';
import { addDocuments } from '../desk/incoming/add.ts';
import type { Network } from '../desk/incoming/fetch.ts';
import { loadLanguages, loadVoice } from '../desk/languages.ts';
import { makeApi } from './api.ts';
import type { ApiDesk } from './desk.ts';

export const TALKS = `日英外相会談(概要)

平成30年5月9日

 5月9日、甲野外務大臣は、訪日中のスミス英国外務大臣と会談した。

1 二国間関係

(1)両外相は、次官級協議を続けていくことで一致した。
(2)甲野大臣から、来年英国を訪問したい旨述べた。これに対し、スミス大臣から、歓迎する旨述べた。

2 拉致問題

 甲野大臣から、拉致問題の早期解決に向けた理解と協力を求め、スミス大臣は支持を表明した。
`;

/** The same page, a sentence later changed, its date left as it was. */
export const TALKS_EDITED = TALKS.replace('次官級協議を続けていくことで一致した', '次官級協議を早期に開催することで一致した');

export const CALL = `日英外相電話会談

平成30年7月2日

 7月2日、甲野外務大臣は、スミス英国外務大臣と電話会談を行った。

1 両外相は、国際社会の諸課題について緊密に連携していくことを確認した。

2 甲野大臣から、漁業協定の早期署名への期待を表明した。
`;

const NOWHERE: Network = {
  resolve: async () => [],
  connect: () => {
    throw new Error('a test must not connect');
  },
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};

export interface TestApi {
  readonly desk: ApiDesk;
  /** What was reported to the one who runs the server. */
  readonly reported: unknown[];
  ask(path: string, init?: RequestInit & { headers?: Record<string, string> }): Promise<Response>;
  add(...texts: readonly string[]): Promise<string[]>;
}

export async function openTestApi(network: Network = NOWHERE): Promise<TestApi> {
  const archive = await openArchive(':memory:', await loadVoice(), { create: true });
  const reported: unknown[] = [];
  let clock = 0;
  const sign = (who = 'tester') => ({ who, when: new Date(Date.UTC(2020, 0, 1) + clock++ * 1000).toISOString() });
  const desk: ApiDesk = { archive, network, sign, report: (error) => reported.push(error) };
  const api = makeApi(desk);
  return {
    desk,
    reported,
    ask: async (path, init) => api.request(path, init),
    async add(...texts) {
      const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
      const documents = async function* () {
        for (const [i, text] of texts.entries()) yield { name: `${i}.txt`, bytes: new TextEncoder().encode(text), mediaType: 'text/plain' };
      };
      const ids: string[] = [];
      for await (const one of addDocuments(archive, documents(), { languages, sign: () => sign() })) if (one.how !== 'failed') ids.push(one.id);
      return ids;
    },
  };
}
