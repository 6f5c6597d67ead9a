import { expect, test } from 'vitest';
import type { Wachtend } from '../apparaat.ts';
import { alsOpdrachten, leegConcept, uitWachtrij } from './opdrachten.ts';

const plek = { x: 145_000, y: 505_000, nauwkeurigheidM: 8, op: 0 };
const nieuw = { ...leegConcept, gezien: ' Bank kapot ', fotos: [new File(['x'], 'bank.png', { type: 'image/png' })] };
const wachtend = (anders: Partial<Wachtend>): Wachtend[] =>
  alsOpdrachten(nieuw, plek, [], null).map(
    (opdracht, nr) =>
      ({
        ...opdracht,
        nr,
        persoon: 'p',
        gemaaktOp: 1,
        stand: 'geweigerd',
        reden: null,
        nu: null,
        ...anders,
      }) as Wachtend,
  );

test('what is put right keeps its number, its moment and its photos; only a number that is taken is left', () => {
  const vorig = wachtend({});
  const concept = uitWachtrij(vorig);
  expect(concept).toMatchObject({ gezien: 'Bank kapot', fotos: [{ name: 'bank.png', type: 'image/png' }] });
  const [bewaar, foto] = alsOpdrachten({ ...leegConcept, ...concept, melding: null }, plek, vorig, null);
  expect(bewaar).toMatchObject({ bevinding: vorig[0]?.bevinding, data: { id: vorig[0]?.bevinding } });
  const gezienOp = (een?: { doe: string; data: object }) => (een?.data as { gezienOp?: string } | undefined)?.gezienOp;
  expect(gezienOp(bewaar)).toBe(gezienOp(vorig[0]));
  expect(foto).toMatchObject({ doe: 'foto', bevinding: vorig[0]?.bevinding });
  const ander = alsOpdrachten(nieuw, plek, wachtend({ nieuwNummer: true }), null);
  expect(new Set([...ander, ...vorig].map(({ bevinding }) => bevinding)).size).toBe(2);
  expect(uitWachtrij([])).toBeNull();
});
