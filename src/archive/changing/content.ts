/** What is kept of a version whole: the bytes as they came and the record, both deflated. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Reading } from '../../record/reading.ts';

export function pack(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: 6 });
}

export function unpack(packed: Uint8Array): Uint8Array {
  return inflateRawSync(packed);
}

export function packRecord(reading: Reading): Uint8Array {
  return pack(Buffer.from(JSON.stringify(reading), 'utf8'));
}

export function unpackRecord(packed: Uint8Array): Reading {
  return JSON.parse(Buffer.from(unpack(packed)).toString('utf8')) as Reading;
}
