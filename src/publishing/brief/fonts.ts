/** The fonts of the brief: Memcon's own words in Gothic, words of a source in Mincho. SIL Open Font License 1.1. */
export const FONTS = {
  sans: { file: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf', name: 'NotoSansJP' },
  bold: { file: '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf', name: 'NotoSansJP-Bold' },
  serif: { file: '@expo-google-fonts/noto-serif-jp/500Medium/NotoSerifJP_500Medium.ttf', name: 'NotoSerifJP-Medium' },
} as const;
export type FontName = keyof typeof FONTS;

/** The licence that goes with them. */
export const LICENCES = ['@expo-google-fonts/noto-sans-jp/LICENSE_FONT', '@expo-google-fonts/noto-serif-jp/LICENSE_FONT'] as const;
