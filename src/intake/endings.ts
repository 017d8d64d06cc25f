/** Endings of names of files that are read; others are passed over where many are named at once: in folders and archives. */
export const ENDINGS = ['.txt', '.text', '.html', '.htm', '.xhtml', '.pdf', '.docx', '.eml', '.mht', '.mhtml', '.zip'] as const;

/** Whether the name of a file in a folder or archive says that it is read. Hidden files and the parts of saved pages are not. */
export function isReadable(name: string): boolean {
  const parts = name.split('/');
  if (parts.some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')) return false;
  return ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Endings of documents and what they are packed or pictured in that are not read: whoever has one in a folder expects it to be. */
const OTHERS =
  /\.(?:rtf|docm?|dotx?|odt|sxw|pages|jtdc?|wpd|wps|msg|pst|mbox|dat|xlsx?|xlsm|ods|csv|pptx?|odp|xps|djvu|epub|7z|rar|lzh|gz|tgz|tar|bz2|xz|tiff?|jpe?g|png|heic|mp3|mp4|wav)$/i;

/** Whether leaving a file of a folder out is worth a word. */
export const isMissed = (name: string) => OTHERS.test(name);
