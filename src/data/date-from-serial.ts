const MILLISECONDS_A_DAY = 86_400_000;
const SECONDS_A_DAY = 86_400;

/** Days from serial 0 of the 1900 system to that of the 1904 system, which old Macintosh workbooks count in. */
export const DAYS_TO_1904 = 1462;

/**
 * The date that a spreadsheet's serial number stands for: `42825` → `2017-03-31`, `42825.5` →
 * `2017-03-31T12:00:00`, `0.5` → `12:00:00`. No time zone comes into it.
 *
 * The 1900 system counts a 29 February 1900 that never was (serial 60), so that earlier serials lie a day
 * further on.
 */
export function dateFromSerial(serial: number): string {
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const shifted = day < 60 ? day + 1 : day;
  const moment = new Date(
    Date.UTC(1899, 11, 30) + shifted * MILLISECONDS_A_DAY + (seconds - day * SECONDS_A_DAY) * 1000,
  ).toISOString();
  const time = moment.slice(-13, -5);
  if (day === 0) return time;
  return moment.slice(0, -14) + (time === '00:00:00' ? '' : `T${time}`);
}
