import { dayNumber, formatDay } from '@sanzhi/kernel';

/** Working days of 2023 by index, and those of the first months of 2024, on which what was decided late is carried out. */
export interface WorkingYear {
  /** Number of working days in 2023. */
  length: number;
  /** The working day with this index, from 0; indexes beyond 2023 go on in 2024. */
  at(index: number): string;
}

/** Reads the working days off a calendar. */
export function workingYear(isWorkingDay: (day: string) => boolean): WorkingYear {
  const days: string[] = [];
  for (let day = dayNumber('2023-01-01'); day <= dayNumber('2024-03-31'); day++) {
    const text = formatDay(day);
    if (isWorkingDay(text)) days.push(text);
  }
  return {
    length: days.filter((day) => day < '2024').length,
    at: (index) => {
      if (!(index in days)) throw new RangeError(`no working day ${index}`);
      return days[index];
    },
  };
}
