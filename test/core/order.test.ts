import { expect, it } from 'vitest';
import { compareTexts } from '../../src/core/order.js';

it('texts stand in the order of their code units, capitals before small letters and Z before Å', () => {
  expect(['b', 'Å', 'a', 'Z', 'ab', 'B'].sort(compareTexts)).toEqual(['B', 'Z', 'a', 'ab', 'b', 'Å']);
});

it('a text comes neither before nor after itself', () => {
  expect(compareTexts('a', 'a')).toBe(0);
});
