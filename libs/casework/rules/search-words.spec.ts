import { searchWords } from './search-words';

it.each([
  ['诊所', ['诊所']],
  ['  口腔　处方 口腔 ', ['口腔', '处方']],
  ['〔2023〕1', ['〔2023〕1']],
  ['诊', null],
  ['口腔 诊', null],
  ['   ', null],
])('%j is looked for as %j', (query, words) => {
  expect(searchWords(query)).toEqual(words);
});
