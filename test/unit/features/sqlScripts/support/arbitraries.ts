import fc from 'fast-check';

/** JSON values as text, with numbers that a plain reader would change. */
export const exactValues: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      '1.0',
      '-0',
      '1e400',
      '12345678901234567890',
      '0.1000',
      '1E+2',
      'true',
      'null',
      JSON.stringify('\u2028'),
      '[]',
      '{}',
    ),
    fc.string().map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
    fc
      .uniqueArray(
        fc.tuple(
          fc.string().filter((key) => !/^\d+$/u.test(key)),
          tie('value'),
        ),
        { maxLength: 3, selector: ([key]) => key },
      )
      .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
  ),
})).value;

/** Names that the service may have taken: any text, odd ones more often. */
export const legalName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '.',
    '..',
    'a/b',
    'x\\y',
    '~',
    '~002f',
    'ü#%"\'',
    ' ',
    'con',
    'SQL script 1',
    'a.sql',
    '\ud800',
    '\u202e',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 260 }),
);
