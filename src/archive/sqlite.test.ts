import { resolve } from 'node:path';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import { archiveContract } from './archive.contract.ts';
import { openSqlite } from './sqlite.ts';

const languages = [loadPack(resolve(import.meta.dirname, '../../languages/ja'))];

archiveContract('SQLite', {
  open: async () => openSqlite(':memory:'),
  read: (text) => ({
    bytes: new TextEncoder().encode(text),
    reading: readDocument(new TextEncoder().encode(text), { languages, mediaType: 'text/plain' }),
  }),
});
