/**
 * Sixteen hexadecimal signs that stand for the parts: the same parts give the same signs on every machine. Not for secrets
 * (two FNV-1a hashes of 32 bits over UTF-16 units, each finished by the mixer of MurmurHash3).
 */
export function digest(...parts: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x01000193) + 0x3c6ef372;
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ 0x1f, 0x01000193) + 0x3c6ef372;
  }
  return hex(mixed(a)) + hex(mixed(b));
}

function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
