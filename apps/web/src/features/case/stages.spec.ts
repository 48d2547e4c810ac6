import { stagesOf } from './stages';

const states = {
  clue: { title: '线索', stage: '启动' },
  investigating: { title: '调查取证', stage: '调查取证' },
  reported: { title: '调查终结', stage: '调查取证' },
  decided: { title: '已决定', stage: '送达' },
};

it('draws each stage once, in the order of the table', () => {
  expect(stagesOf({ states }, '调查取证')).toEqual([
    { stage: '启动', at: 'passed' },
    { stage: '调查取证', at: 'now' },
    { stage: '送达', at: 'ahead' },
  ]);
});

it('knows nothing of a stage that the procedure does not have', () => {
  expect(stagesOf({ states }, '其他').map(({ at }) => at)).toEqual(['ahead', 'ahead', 'ahead']);
});
