import { StatisticsModule } from '@sanzhi/statistics';
import { absentFeatures } from './absent-features';

/** Every feature but statistics, as if none of them ever had anything against a step. */
export const StubFeaturesModule = absentFeatures([StatisticsModule]);
