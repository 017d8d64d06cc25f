import { resolve } from 'node:path';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import { archiveContract, type Given } from './archive.contract.ts';
import { openSqlite } from './sqlite.ts';
import { textsContract } from './texts.contract.ts';

const languages = [loadPack(resolve(import.meta.dirname, '../../languages/ja'))];

const given: Given = {
  open: async () => openSqlite(':memory:'),
  read: (text) => ({
    bytes: new TextEncoder().encode(text),
    reading: readDocument(new TextEncoder().encode(text), { languages, mediaType: 'text/plain' }),
  }),
};

archiveContract('SQLite', given);
textsContract('SQLite', given);
