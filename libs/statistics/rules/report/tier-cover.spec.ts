import { tierCover } from './tier-cover';

describe('tierCover', () => {
  it('takes a year whole', () => {
    expect(tierCover([{ from: '2023-01-01', to: '2023-12-31' }])).toEqual([{ tier: 'year', from: '2023', to: '2023' }]);
  });

  it('takes days at the ends, months and years between', () => {
    expect(tierCover([{ from: '2021-11-29', to: '2023-02-02' }])).toEqual([
      { tier: 'day', from: '2021-11-29', to: '2021-11-30' },
      { tier: 'month', from: '2021-12', to: '2021-12' },
      { tier: 'year', from: '2022', to: '2022' },
      { tier: 'month', from: '2023-01', to: '2023-01' },
      { tier: 'day', from: '2023-02-01', to: '2023-02-02' },
    ]);
  });

  it('cuts where another span ends, and takes no day twice', () => {
    const spans = [
      { from: '2023-01-01', to: '2023-12-31' },
      { from: '2023-01-01', to: '2023-10-31' },
    ];
    expect(tierCover(spans)).toEqual([
      { tier: 'month', from: '2023-01', to: '2023-10' },
      { tier: 'month', from: '2023-11', to: '2023-12' },
    ]);
  });

  it('leaves out what lies between spans', () => {
    const spans = [
      { from: '2023-02-28', to: '2023-02-28' },
      { from: '2024-02-29', to: '2024-02-29' },
    ];
    expect(tierCover(spans).map(({ from }) => from)).toEqual(['2023-02-28', '2024-02-29']);
  });

  it('needs nothing for no span', () => {
    expect(tierCover([])).toEqual([]);
  });
});
