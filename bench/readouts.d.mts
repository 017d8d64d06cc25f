export function makeReadout(n: number, only?: string): { readonly name: string; readonly text: string };
