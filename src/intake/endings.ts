/** Endings of names of files that are read; others are passed over where many are named at once: in folders and archives. */
export const ENDINGS = ['.txt', '.text', '.html', '.htm', '.xhtml', '.pdf', '.docx', '.eml', '.msg', '.mht', '.mhtml', '.zip'] as const;

/** Whether the name of a file in a folder or archive says that it is read. Hidden files and the parts of saved pages are not. */
export function isReadable(name: string): boolean {
  return !isHidden(name) && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Endings of documents and what they are packed or pictured in that are not read: whoever has one in a folder expects it to be. */
export const OTHERS =
  /\.(?:rtf|docm?|dotx?|odt|sxw|pages|jtdc?|wpd|wps|pst|mbox|dat|xlsx?|xlsm|ods|csv|pptx?|odp|xps|djvu|epub|7z|rar|lzh|gz|tgz|tar|bz2|xz|tiff?|jpe?g|png|heic|mp3|mp4|wav)$/i;

/** Whether leaving a file of a folder out is worth a word. */
export const isMissed = (name: string) => OTHERS.test(name);

/** What systems and browsers put beside documents: no person misses it. */
const BESIDE = /(?:\.(?:css|m?js|json|map|woff2?|[ot]tf|eot|ico|svg|gif|webp)|(?:^|\/)(?:thumbs\.db|desktop\.ini))$/i;

/** Of the files of an archive those that are not read and that somebody may miss: pictures and styles of saved pages are not among them. */
export function missedIn(names: readonly string[]): string[] {
  const pages = new Set(names.flatMap((name) => /^(.+)\.html?$/i.exec(name)?.[1] ?? []));
  const ofPage = (name: string) => {
    const page = /^(.+?)(?:_files|\.files)\//.exec(name)?.[1];
    return page !== undefined && pages.has(page);
  };
  return names.filter((name) => !isReadable(name) && !isHidden(name) && !BESIDE.test(name) && !ofPage(name));
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX');
}
