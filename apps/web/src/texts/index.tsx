import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './en';
import { zhCN, type Texts } from './zh-cn';

export type { Texts } from './zh-cn';

/** Languages of the workbench; Chinese unless somebody chose. */
export type Language = 'zh-CN' | 'en';

const LANGUAGES: Record<Language, Texts> = { 'zh-CN': zhCN, en };
/** A preference of the screen, no content: the only thing that is kept in the browser. */
const KEPT = 'sanzhi.language';

interface Spoken {
  language: Language;
  texts: Texts;
  choose(language: Language): void;
}

const SpokenContext = createContext<Spoken>({ language: 'zh-CN', texts: zhCN, choose: () => undefined });

/** Gives all below the words of the chosen language, and tells the document which one it is. */
export function SpeaksLanguage({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'));
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(KEPT, chosen);
    setLanguage(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => ({ language, texts: LANGUAGES[language], choose }), [language, choose]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** The words to show. */
export const useTexts = (): Texts => use(SpokenContext).texts;

/** Language and the way to change it. */
export const useLanguage = (): Spoken => use(SpokenContext);
