declare module 'html-encoding-sniffer' {
  /** The WHATWG name of the encoding of a page, by byte order mark, transport label or declaration. */
  export default function sniff(bytes: Uint8Array, options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string }): string;
}
