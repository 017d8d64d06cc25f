/** The text of plain bytes in UTF-8, or in whatever other encoding they plainly are. */
export async function toPlainText(bytes: Uint8Array): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { decode } = await import('../../intake/encoding.ts');
    return decode(bytes, undefined, 'text/plain').text;
  }
}
