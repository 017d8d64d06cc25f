/** https://github.com/foliojs/linebreak: where lines may break (UAX 14). */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** `position`: index in UTF-16 units before which a line may break. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
