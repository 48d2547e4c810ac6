import { messageText } from './wording';

const kind = { kind: 'task-arrived', title: '新待办', text: '{number}有{duty}待办：{item}。{clock}' };

it('fills in what there is, and leaves out what there is not', () => {
  expect(messageText(kind, { number: '示立〔2023〕1号', duty: '经办', clock: null, item: '提请立案' })).toBe('示立〔2023〕1号有经办待办：提请立案。');
  expect(messageText(kind, { number: null, duty: null, clock: null, item: null })).toBe('案件有待办：。');
});

it('takes nothing in the words for a place', () => {
  expect(messageText(kind, { number: '{item}', duty: '$&', clock: '', item: '一' })).toBe('一有$&待办：一。');
});
