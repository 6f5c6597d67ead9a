import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'loket-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const diensten = (inhoud: unknown): string => {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return file;
};
const digid = { id: 'digid', naam: 'DigiD', issuer: 'https://issuer.example', clientId: 'loket', publiek: true };
const key = 'x'.repeat(32);

describe('the practice environment', () => {
  test.each([
    ['on this machine, by itself', {}, true],
    ['where it is named production', { NODE_ENV: 'production' }, false],
    ['in production, when asked for', { NODE_ENV: 'production', PRACTICE_LOGIN: 'on' }, true],
    ['where others can reach it', { HOST: '0.0.0.0' }, false],
    ['behind a name of its own', { PUBLIC_URL: 'https://loket.example' }, false],
    ['behind a name of its own, when asked for', { PUBLIC_URL: 'https://loket.example', PRACTICE_LOGIN: 'on' }, true],
    ['beside a real service', { LOGIN_CONFIG: diensten([digid]), PSEUDONYM_KEY: key }, false],
    ['when it is put off', { PRACTICE_LOGIN: 'off' }, false],
  ])('%s', (_, env, verwacht) => {
    expect(readConfig(env).login.oefenomgeving).toBe(verwacht);
  });
});

describe('services to log in with', () => {
  test('are read from a file, with what is not said filled in', () => {
    const { login } = readConfig({ LOGIN_CONFIG: diensten([digid]), PSEUDONYM_KEY: key });
    expect(login.diensten).toMatchObject([
      { ...digid, scope: 'openid profile', claims: { naam: 'name', niveau: 'acr' } },
    ]);
  });

  test('ask for a key, so that everybody keeps his pseudonym', () => {
    expect(() => readConfig({ LOGIN_CONFIG: diensten([digid]) })).toThrow(/PSEUDONYM_KEY ontbreekt/);
    expect(() => readConfig({ PSEUDONYM_KEY: 'kort' })).toThrow(/minstens 32 tekens/);
  });

  test.each([
    ['not there', '/bestaat/niet.json', /ENOENT/],
    ['no JSON', diensten('{'), /JSON/],
    ['a role that does not exist', diensten([{ ...digid, rollen: { x: 'keizer' } }]), /rollen/],
    ['a level that does not exist', diensten([{ ...digid, niveaus: { x: 'digid-loa3' } }]), /digid-midden/],
    ['no issuer', diensten([{ ...digid, issuer: 'issuer' }]), /issuer/],
  ])('a file with %s is named with what is wrong', (_, file, wrong) => {
    expect(() => readConfig({ LOGIN_CONFIG: file, PSEUDONYM_KEY: key })).toThrow(wrong);
    expect(() => readConfig({ LOGIN_CONFIG: file, PSEUDONYM_KEY: key })).toThrow(file);
  });
});

test('the address of the loket is a name without a path', () => {
  expect(readConfig({ PUBLIC_URL: 'https://loket.example' }).login.publicUrl).toBe('https://loket.example');
  expect(() => readConfig({ PUBLIC_URL: 'https://loket.example/' })).toThrow(/zonder pad/);
  expect(() => readConfig({ PUBLIC_URL: 'loket.example' })).toThrow(/zonder pad/);
});

test('a session lasts half an hour without an act and eight hours at most, unless said otherwise', () => {
  expect(readConfig({}).login).toMatchObject({ stilS: 1_800, maximumS: 28_800 });
  expect(readConfig({ SESSION_IDLE_MINUTES: '15', SESSION_MAX_HOURS: '2' }).login).toMatchObject({
    stilS: 900,
    maximumS: 7_200,
  });
});

test('without anything set the loket is whole: its own database, its own background', () => {
  expect(readConfig({})).toMatchObject({ engine: { kind: 'embedded' }, achtergrond: 'eigen', port: 3000 });
  expect(readConfig({ ACHTERGROND: '' }).achtergrond).toBe('eigen');
});

test('what it does not know it names', () => {
  expect(() => readConfig({ ACHTERGROND: 'luchtfoto', PORT: 'x' })).toThrow(
    /ACHTERGROND[\s\S]*PORT|PORT[\s\S]*ACHTERGROND/,
  );
});

describe('a bucket for the bijlagen', () => {
  test('has a key, a secret and a name', () => {
    const bucket = 'https://sleutel:ge%2Fheim@s3.example/bijlagen?region=nl-1';
    expect(readConfig({ ATTACHMENTS_S3: bucket }).diensten.emmer).toBe(bucket);
    for (const fout of [
      's3.example',
      'https://s3.example/bijlagen',
      'ftp://a:b@s3.example/c',
      'https://a:b@s3.example/',
    ]) {
      expect(() => readConfig({ ATTACHMENTS_S3: fout })).toThrow('ATTACHMENTS_S3');
    }
  });
});
