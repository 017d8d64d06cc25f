/**
 * Stands in for the package `whatwg-encoding` in builds: the sniffer asks it only for names and byte order marks, and the rest
 * of it needs Node and a megabyte of tables.
 */
const names = require('whatwg-encoding/lib/labels-to-names.json');

exports.labelToName = (label) => names[String(label).trim().toLowerCase()] ?? null;

exports.getBOMEncoding = (bytes) => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8';
  return null;
};
