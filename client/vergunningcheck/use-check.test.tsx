import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { codeerCheck, leegCheck, metWerkzaamheid } from './check.ts';
import { useCheck } from './use-check.ts';

function Stand() {
  const { stap, onleesbaar } = useCheck();
  return `${stap} ${onleesbaar ? 'onleesbaar' : 'leesbaar'}`;
}

const stand = (hash: string) =>
  renderToStaticMarkup(
    <MemoryRouter initialEntries={[`/vergunningcheck/uitkomst${hash}`]}>
      <Stand />
    </MemoryRouter>,
  );

it('begins at the beginning with a link that cannot be read, and says that it cannot', () => {
  expect(stand('#check=kapot')).toBe('werkzaamheden onleesbaar');
});

it('opens the step of a link that can be read', () => {
  expect(stand(`#check=${codeerCheck(metWerkzaamheid(leegCheck, 'kap'))}`)).toBe('uitkomst leesbaar');
});
