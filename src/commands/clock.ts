import type { IsoDate } from '../core/period';

/** The only clock of pane and command line; everything below gets the day and the instant handed in. */
export interface Clock {
  /** The local calendar day, yyyy-mm-dd. */
  today(): IsoDate;
  /** The instant, ISO 8601 with the local zone: "2024-07-15T09:12:33+07:00". */
  now(): string;
}

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** Formats a moment in the zone of the machine. */
export function clockAt(moment: () => Date): Clock {
  const day = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return {
    today: () => day(moment()),
    now: () => {
      const at = moment();
      const offset = -at.getTimezoneOffset();
      const zone = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
      return `${day(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${zone}`;
    },
  };
}

export const systemClock: Clock = clockAt(() => new Date());
