/** Endings of names of files that are read; others are passed over where many are named at once: in folders and archives. */
export const ENDINGS = ['.txt', '.text', '.html', '.htm', '.xhtml', '.pdf', '.docx', '.eml', '.mht', '.mhtml', '.zip'] as const;

/** Whether the name of a file in a folder or archive says that it is read. Hidden files and the parts of saved pages are not. */
export function isReadable(name: string): boolean {
  const parts = name.split('/');
  if (parts.some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')) return false;
  return ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
