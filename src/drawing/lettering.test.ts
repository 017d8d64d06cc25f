/** Words of a picture and the room they take. */
import { expect, test } from 'vitest';
import { fitted, widthOf } from './lettering.ts';

test.each([
  ['Visit to Russia', 118, 'Visit to Russia'],
  ['日露刑事共助条約', 118, '日露刑事共助条約'],
  ['日露刑事共助条約', 60, '日露刑事…'],
  ['Visit to Kazakhstan by 玄葉', 118, 'Visit to Kazakh…'],
  ['ab', 1, 'a…'],
])('%s in %i', (words, room, shown) => expect(fitted(words, room)).toBe(shown));

test('signs of full width take more room', () => expect(widthOf('日')).toBeGreaterThan(widthOf('a')));
