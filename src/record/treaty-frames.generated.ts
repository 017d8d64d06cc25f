// Generated from vocabulary/treaty-frames.yaml by `npm run generate`; change that file, not this one.
export const TREATY_FRAMES = {
  ja: { open: ['日本国と'], close: ['との間の', 'との'], kept: false },
  'ja-governments': { open: ['日本国政府と'], close: ['との間の', 'との'], kept: false },
  en: { open: [' between '], close: [' on ', ' for ', ' concerning ', ' regarding ', ' relating to '], kept: true },
  ru: { open: [' между '], close: [' о ', ' об '], kept: true },
} as const;
export type TreatyFrame = keyof typeof TREATY_FRAMES;
