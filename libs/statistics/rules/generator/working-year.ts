import { dayNumber, formatDay } from '@sanzhi/kernel';

/** Working days of a year by index, and those of the first months of the next, on which what was decided late is carried out. */
export interface WorkingYear {
  year: number;
  /** Number of working days in the year. */
  length: number;
  /** The working day with this index, from 0; indexes beyond the year go on in the next. */
  at(index: number): string;
  /** Index of the last working day on or before this day of the year. */
  upTo(day: string): number;
}

/** Reads the working days of a year off a calendar. */
export function workingYear(year: number, isWorkingDay: (day: string) => boolean): WorkingYear {
  const days: string[] = [];
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year + 1}-03-31`); day++) {
    const text = formatDay(day);
    if (isWorkingDay(text)) days.push(text);
  }
  return {
    year,
    length: days.filter((day) => day < String(year + 1)).length,
    at: (index) => {
      if (!(index in days)) throw new RangeError(`no working day ${index}`);
      return days[index];
    },
    upTo: (last) => days.filter((day) => day <= last).length - 1,
  };
}
