import { textOf } from '../pipelines/planRun.ts';
import { isObject, type JsonObject } from '../requestBody.ts';

/** Milliseconds; a month is counted by the calendar. */
const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };
const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** More of one trigger are not looked at: the latest count. */
const most = 200;

/**
 * When a trigger fires within a span of time, oldest first: specification `Trigger.json`, `ScheduleTriggerRecurrence` and
 * `TumblingWindowTrigger`. Times are UTC, whatever zone is named. Events happen to nobody here, so that triggers by
 * events never fire.
 *
 * @param after milliseconds since 1970, exclusive @param until inclusive
 */
export function occurrences(trigger: JsonObject, after: number, until: number): number[] {
  const own = isObject(trigger['typeProperties']) ? trigger['typeProperties'] : {};
  const isWindow = trigger['type'] === 'TumblingWindowTrigger';
  if (!isWindow && trigger['type'] !== 'ScheduleTrigger') return [];
  const recurrence = isWindow ? own : isObject(own['recurrence']) ? own['recurrence'] : {};
  const start = timeIn(recurrence, 'startTime', after);
  const end = Math.min(until, timeIn(recurrence, 'endTime', until));
  const interval = Math.max(1, Math.floor(Number(recurrence['interval'] ?? 1)) || 1);
  const frequency = textOf(recurrence['frequency']).toLowerCase();
  if (frequency === 'month') return months(start, interval).filter((time) => after < time && time <= end);
  if (!isUnit(frequency)) return [];
  const step = units[frequency] * interval;
  // A window is over one step after it began.
  const origin = isWindow ? start + step : start;
  const first = Math.max(0, Math.floor((after - origin) / step));
  const last = Math.floor((end - origin) / step);
  const times: number[] = [];
  for (let index = Math.max(first, last - most); index <= last; index += 1) {
    times.push(...within(origin + index * step, frequency, recurrence['schedule']));
  }
  return times.filter((time) => after < time && time <= end && time >= start).slice(-most);
}

function isUnit(frequency: string): frequency is keyof typeof units {
  return Object.hasOwn(units, frequency);
}

/** The hours, minutes and days of the week that a schedule names. */
function within(time: number, frequency: string, schedule: unknown): number[] {
  if (!isObject(schedule) || (frequency !== 'day' && frequency !== 'week')) return [time];
  const at = new Date(time);
  const hours = numbersIn(schedule['hours'], at.getUTCHours());
  const minutes = numbersIn(schedule['minutes'], at.getUTCMinutes());
  const days = Array.isArray(schedule['weekDays']) ? schedule['weekDays'].map((day) => String(day).toLowerCase()) : [];
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const dates = Array.from({ length: frequency === 'week' ? 7 : 1 }, (_, day) => midnight + day * units.day);
  return dates
    .filter((date) => days.length === 0 || days.includes(weekDays[new Date(date).getUTCDay()] ?? ''))
    .flatMap((date) =>
      hours.flatMap((hour) => minutes.map((minute) => date + hour * units.hour + minute * units.minute)),
    );
}

function months(start: number, interval: number): number[] {
  const first = new Date(start);
  return Array.from({ length: most }, (_, index) =>
    new Date(first).setUTCMonth(first.getUTCMonth() + index * interval),
  );
}

function numbersIn(value: unknown, otherwise: number): number[] {
  const numbers = Array.isArray(value) ? value.map(Number).filter((number) => Number.isInteger(number)) : [];
  return numbers.length > 0 ? numbers.sort((a, b) => a - b) : [otherwise];
}

function timeIn(recurrence: JsonObject, name: string, otherwise: number): number {
  const time = Date.parse(textOf(recurrence[name]));
  return Number.isNaN(time) ? otherwise : time;
}
