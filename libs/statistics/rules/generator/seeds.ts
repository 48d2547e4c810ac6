import { JIANGMEN_2020 } from './jiangmen-2020';
import { JINGAN_2024 } from './jingan-2024';
import { LUSHAN_2024 } from './lushan-2024';
import { NANKAI_2023 } from './nankai-2023';
import type { Seed } from './seed-year';
import { ZHANGYE_2025 } from './zhangye-2025';

/** The five reports the demo makes again, by the number of the report. */
export const SEEDS: readonly Seed[] = [JINGAN_2024, NANKAI_2023, JIANGMEN_2020, LUSHAN_2024, ZHANGYE_2025];
