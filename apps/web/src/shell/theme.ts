import type { ThemeConfig } from 'antd';

/** One blue, dark enough on white (7:1), and greys that keep 4.5:1 for every text; system fonts, nothing loaded. */
export const theme: ThemeConfig = {
  cssVar: { key: 'sanzhi' },
  hashed: false,
  token: {
    colorPrimary: '#0b4f8a',
    colorLink: '#0b4f8a',
    colorError: '#b3261e',
    colorSuccess: '#1d6b34',
    colorWarning: '#8a5300',
    colorWarningBg: '#fff4dc',
    colorErrorBg: '#fdecea',
    colorSuccessBg: '#e9f5ec',
    colorInfoBg: '#e8f1f9',
    colorTextPlaceholder: '#696969',
    colorTextDescription: '#595959',
    colorTextSecondary: '#4d4d4d',
    colorTextTertiary: '#595959',
    colorTextDisabled: '#6b6b6b',
    fontFamily:
      'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif',
    fontSize: 15,
    borderRadius: 4,
    motion: false,
  },
};
