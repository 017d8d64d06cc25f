import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarDate, toCalendar } from './ical.ts';

const options = { name: '約束: 日本・ロシア; 試験, 一', language: 'ja', when: '2011-01-20T03:04:05.678Z' };
const date: CalendarDate = {
  id: 'l-1',
  first: '2011-02-11',
  last: '2011-02-11',
  summary: 'JP ⇄ RU: 発効, 条約; 「甲\\乙」',
  description: `これにより、同条約は2011年2月11日に発効する。\n${'長い行 '.repeat(60)}`,
  url: 'http://127.0.0.1:4870/ja/ledger?dyad=JP-RU#l-1',
  categories: ['発効', 'JP-RU'],
  tentative: false,
};

const events = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

test('a day comes back as that day, whole, in no zone, with its words sign for sign', () => {
  const [event] = events(toCalendar([date], options));
  expect(event?.startDate.toString()).toBe('2011-02-11');
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.endDate.toString()).toBe('2011-02-12');
  expect(event?.startDate.zone.tzid).toBe('floating');
  expect(event?.summary).toBe(date.summary);
  expect(event?.description).toBe(date.description);
  expect(event?.uid).toBe('l-1@memcon');
  expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2011-01-20T03:04:05Z');
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
});

test('a month is a month long and lets time stay free; ends of years and leap days are counted', () => {
  const [month, leap] = events(
    toCalendar(
      [
        { ...date, first: '2011-12-01', last: '2011-12-31', near: true, tentative: true },
        { ...date, id: 'l-2', first: '2012-02-28', last: '2012-02-28' },
      ],
      options,
    ),
  );
  expect([month?.startDate.toString(), month?.endDate.toString()]).toEqual(['2011-12-01', '2012-01-01']);
  expect(month?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(month?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  expect(leap?.endDate.toString()).toBe('2012-02-29');
});

test('lines end in CRLF and hold 75 octets at most, no sign is cut', () => {
  const text = toCalendar([{ ...date, summary: '𠮷野家'.repeat(40) }], options);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\ufffd');
  }
  expect(events(text)[0]?.summary).toBe('𠮷野家'.repeat(40));
});

test('words of a source cannot end their line and begin another', () => {
  const [event] = events(toCalendar([{ ...date, summary: 'a\r\nATTENDEE:mailto:x@example.org' }], options));
  expect(event?.summary).toBe('a\nATTENDEE:mailto:x@example.org');
  expect(event?.attendees).toEqual([]);
});

test('a calendar without dates is one', () => expect(events(toCalendar([], options))).toEqual([]));
