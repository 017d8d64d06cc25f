/** Which addresses of machines are on the public internet. */
import ipaddr from 'ipaddr.js';

/** What the internet routes for IPv6 today (RFC 4291, IANA): anything else is private, embedded, or not given out. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether packets for an address leave for a machine that anyone may ask. Not: this machine, its networks, shared and test
 * ranges, groups, and every form of IPv6 that has another address inside (mapped, translated, 6to4, Teredo), since nobody
 * knows where a gateway takes it.
 *
 * @param address as DNS or a socket gives it: `93.184.216.34`, `2606:2800:21f::1`. What is no address is not public.
 * Source: IANA's special-purpose registries, as ipaddr.js holds them.
 */
export function isPublic(address: string): boolean {
  // Only the four parts of the usual form: ipaddr.js also takes octal, hexadecimal and short ones, which systems read differently.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  // An address with a zone is one of this machine's own links.
  if (address.includes('%') || !ipaddr.IPv6.isValid(address)) return false;
  const six = ipaddr.IPv6.parse(address);
  return six.match(GLOBAL) && six.range() === 'unicast';
}
