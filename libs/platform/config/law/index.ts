export * from './calendars';
export * from './clock-rules';
