import { describe, expect, it } from 'vitest';
import {
  namesForeignBenefit,
  proxyKinds,
  readsAsTransfer,
} from '../../../src/core/quality/transfer-words.js';
import { fiscal, fiscalFile, unit } from '../../cases/files.js';

const row = (outcome: string) => ({ id: 'A', stakeholder: 'S', outcome });

describe('a row about a tax or a benefit', () => {
  it.each([
    ['English', ['Income tax paid', 'Housing benefit saved', 'Less income support', 'National insurance']],
    ['Swedish', ['Mindre försörjningsstöd', 'Skatt på lön', 'Arbetsgivaravgifter', 'A-kassa']],
    [
      'Danish',
      [
        ...['Mindre kontanthjælp', 'Sparede sygedagpenge', 'Indkomstskat', 'Førtidspension undgås'],
        ...['Færre på overførselsindkomst', 'Indtægter af moms', 'Skatteindtægter til kommunen'],
      ],
    ],
    [
      'Italian',
      [
        ...['Meno sussidi pagati', 'Imposta sul reddito', 'Gettito IVA', 'Contributi previdenziali versati'],
        ...['Indennità di disoccupazione', 'Assegno di inclusione', 'Minore cassa integrazione', 'IRPEF'],
        ...['Più tasse pagate', 'Risparmio dell’IVA', 'Reddito di cittadinanza'],
      ],
    ],
    [
      'French',
      [
        ...['Allocation chômage évitée', 'Moins de minima sociaux', 'Impôt sur le revenu', 'Recettes de TVA'],
        ...['Cotisations sociales', 'Sortie du RSA', 'Prestations familiales', 'Prime d’activité'],
        ...["Prime d'activité", 'Indemnités journalières', 'Prélèvement à la source'],
      ],
    ],
    [
      'Spanish',
      [
        ...['Prestación por desempleo', 'Subsidio evitado', 'Impuesto sobre la renta', 'IRPF recaudado'],
        ...['Cotizaciones a la Seguridad Social', 'Ingreso mínimo vital', 'Renta mínima', 'Ingresos por IVA'],
        ...['Pago de impuestos', 'Pensión no contributiva', 'Ayudas sociales'],
      ],
    ],
  ])('is known in %s', (_, texts) => {
    for (const text of texts) expect([text, readsAsTransfer(row(text))]).toEqual([text, true]);
  });

  it.each([
    [
      'English',
      ['A home for young moms', 'Taxi rides to school', 'Skating', 'Benefits for health', 'Stipend'],
    ],
    ['Swedish', ['Vård på IVA', 'Uppskattning av grannarna', 'Bidragit till trygghet', 'Kassan']],
    [
      'Danish',
      ['Skattet ven', 'Ydelser fra plejen', 'Overførte erfaringer', 'Et lønligt sted', 'Hjælp i hjemmet'],
    ],
    [
      'Italian',
      [
        ...['Disciplina imposta dal giudice', 'Sussidi didattici', 'Un contributo alla comunità'],
        ...[
          'Assegno di ricerca',
          'Tassello mancante',
          'Tasso di recidiva',
          'Prestazioni sportive',
          'Iva e Luca',
        ],
      ],
    ],
    [
      'French',
      [
        ...[
          'Une tasse de café partagée',
          'Les tasses',
          'Allocation des ressources',
          'Prestations de qualité',
        ],
        ...['Aide aux devoirs', 'Charges mentales', 'Prélèvements sanguins', 'Taxi pour l’hôpital'],
      ],
    ],
    [
      'Spanish',
      [
        ...['Horario impuesto por el juez', 'Renta de maquinaria', 'Prestación de cuidados', 'Ayuda mutua'],
        ...['Ingreso en prisión', 'Nominación a un premio', 'Cuota del club', 'Tributo a los mayores'],
      ],
    ],
  ])('is not seen in ordinary words of %s', (_, texts) => {
    for (const text of texts) expect([text, readsAsTransfer(row(text))]).toEqual([text, false]);
  });

  it('is known however its accents are written, and in capitals', () => {
    for (const text of [
      'Indennità di malattia',
      'FÖRSÖRJNINGSSTÖD',
      'Kontanthjælp',
      'COTISATIONS SOCIALES',
    ]) {
      expect(readsAsTransfer(row(text.normalize('NFD'))), text).toBe(true);
      expect(readsAsTransfer(row(text.normalize('NFC'))), text).toBe(true);
    }
  });
});

describe('a price that adds several up', () => {
  it.each([
    ['Wages, tax and benefits saved', ['wage', 'tax', 'benefit']],
    ['Løn og kontanthjælp', ['wage', 'benefit']],
    ['Stipendio e imposta sul reddito più benessere', ['wage', 'tax', 'wellbeing']],
    ['Salaire et cotisations sociales', ['wage', 'tax']],
    ['Salario y prestación por desempleo', ['wage', 'benefit']],
    ['Lön och bidrag', ['wage', 'benefit']],
  ])('%s', (description, kinds) => {
    expect(proxyKinds(description)).toEqual(kinds);
  });

  it('is about the tax where it is a tax on wages', () => {
    expect(proxyKinds('Impôt sur le salaire')).toEqual(['tax']);
  });

  it('is about nothing where no word is known', () => {
    expect(proxyKinds('Eine Stunde Arbeit, e più tempo')).toEqual([]);
  });
});

describe('a unit of a fiscal analysis', () => {
  const said = (description: string) =>
    fiscal(fiscalFile({ units: [unit('exit', 1_000, { transfer: undefined, description })] }))
      .problems.map(({ code }) => code)
      .includes('transfer-not-said');

  it('that names a benefit of another country is asked whether it is a transfer', () => {
    for (const text of ['Kontanthjælp', 'Allocation chômage', 'Indennità di disoccupazione', 'Renta mínima'])
      expect([text, said(text)]).toEqual([text, true]);
  });

  it('is not asked for what English calls a benefit of anything', () => {
    expect(said('Cash benefits of fewer arrests')).toBe(false);
    expect(namesForeignBenefit('Social benefits of a park')).toBe(false);
  });
});
