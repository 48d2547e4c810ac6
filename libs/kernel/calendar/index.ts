export * from './calendar';
export * from './calendar-year';
export * from './day';
export { OutsideCalendar, type WorkingDays } from './working-days';
export * from './notice-text';
export * from './calendar-book';
