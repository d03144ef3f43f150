import type { Country } from './unit-price.js';

/** A public body that pays for services in a country. */
export interface Agency {
  readonly country: Country;
  /** As it is named in an assessment file; unique within a country. */
  readonly id: string;
  /** In the language of the country. */
  readonly name: string;
  readonly nameEn: string;
  readonly level: 'municipality' | 'region' | 'state' | 'social insurance';
  /** What it saves counts in the public budget. */
  readonly public: true;
}

type Row = readonly [id: string, name: string, nameEn: string, level: Agency['level']];

const rows: Readonly<Record<Country, readonly Row[]>> = {
  SE: [
    ['municipality', 'Kommunen', 'Municipality', 'municipality'],
    ['region', 'Regionen', 'Region (health care)', 'region'],
    ['prison-service', 'Kriminalvården', 'Prison and Probation Service', 'state'],
    ['courts', 'Sveriges Domstolar', 'Courts', 'state'],
    ['police', 'Polismyndigheten', 'Police', 'state'],
    ['employment-service', 'Arbetsförmedlingen', 'Public Employment Service', 'state'],
    ['social-insurance', 'Försäkringskassan', 'Social Insurance Agency', 'social insurance'],
    [
      'unemployment-funds',
      'Arbetslöshetskassorna',
      'Unemployment insurance funds, with state money',
      'social insurance',
    ],
    ['treasury', 'Statskassan', 'Treasury', 'state'],
  ],
  IT: [
    ['municipality', 'Comune', 'Municipality', 'municipality'],
    ['health-authority', 'Azienda sanitaria locale', 'Local health authority, paid by the region', 'region'],
    ['region', 'Regione', 'Region', 'region'],
    ['prison-service', 'Amministrazione penitenziaria', 'Prison Administration', 'state'],
    ['courts', 'Ministero della Giustizia', 'Ministry of Justice (courts, probation)', 'state'],
    ['police', 'Forze di polizia', 'Police forces', 'state'],
    ['social-insurance', 'INPS', 'National social insurance institute', 'social insurance'],
    ['treasury', 'Erario', 'Treasury', 'state'],
  ],
  FR: [
    ['municipality', 'Commune et centre communal d’action sociale', 'Municipality', 'municipality'],
    ['department', 'Conseil départemental', 'Department (income support, child protection)', 'region'],
    ['health-insurance', 'Assurance maladie', 'Health insurance', 'social insurance'],
    ['family-allowances', 'Caisse d’allocations familiales', 'Family allowance fund', 'social insurance'],
    ['unemployment-insurance', 'Unédic', 'Unemployment insurance', 'social insurance'],
    ['employment-service', 'France Travail', 'Public employment service', 'state'],
    ['prison-service', 'Administration pénitentiaire', 'Prison Administration', 'state'],
    ['courts', 'Ministère de la Justice', 'Ministry of Justice (courts)', 'state'],
    ['police', 'Police et gendarmerie nationales', 'National police and gendarmerie', 'state'],
    ['state', 'État', 'State (shelters, assistance to the unemployed)', 'state'],
    ['treasury', 'Trésor public', 'Treasury', 'state'],
  ],
  ES: [
    ['municipality', 'Ayuntamiento', 'Municipality', 'municipality'],
    ['region', 'Comunidad autónoma', 'Autonomous community (health, social services)', 'region'],
    ['prison-service', 'Instituciones Penitenciarias', 'Prison service', 'state'],
    ['courts', 'Administración de Justicia', 'Courts', 'state'],
    ['police', 'Fuerzas y Cuerpos de Seguridad', 'Police forces', 'state'],
    [
      'social-insurance',
      'Instituto Nacional de la Seguridad Social',
      'National Institute of Social Security',
      'social insurance',
    ],
    ['employment-service', 'Servicio Público de Empleo Estatal', 'State employment service', 'state'],
    ['treasury', 'Hacienda pública', 'Treasury', 'state'],
  ],
  DK: [
    ['municipality', 'Kommunen', 'Municipality', 'municipality'],
    ['region', 'Regionen', 'Region (hospitals)', 'region'],
    ['prison-service', 'Kriminalforsorgen', 'Prison and Probation Service', 'state'],
    ['courts', 'Danmarks Domstole', 'Courts', 'state'],
    ['police', 'Politiet', 'Police', 'state'],
    [
      'unemployment-funds',
      'Arbejdsløshedskasserne',
      'Unemployment insurance funds, with state money',
      'social insurance',
    ],
    ['treasury', 'Statskassen', 'Treasury', 'state'],
  ],
  UK: [
    ['local-authority', 'Local authority', 'Local authority', 'municipality'],
    ['nhs', 'NHS commissioner', 'National Health Service', 'state'],
    [
      'prison-service',
      'HM Prison and Probation Service',
      'Prison and Probation Service, England and Wales',
      'state',
    ],
    ['courts', 'HM Courts and Tribunals Service', 'Courts', 'state'],
    ['police', 'Police forces', 'Police forces', 'state'],
    ['benefits', 'Department for Work and Pensions', 'Department for Work and Pensions', 'state'],
    ['treasury', 'HM Treasury and HM Revenue and Customs', 'Treasury and tax authority', 'state'],
    ['several', 'Several agencies', 'Several agencies together', 'state'],
  ],
};

/** Every agency, country by country. */
export const agencies: readonly Agency[] = (Object.keys(rows) as Country[]).flatMap((country) =>
  rows[country].map(([id, name, nameEn, level]): Agency => ({
    country,
    id,
    name,
    nameEn,
    level,
    public: true,
  })),
);

/** The agency of an id in a country, or undefined where there is none. */
export const agencyOf = (country: Country, id: string): Agency | undefined =>
  agencies.find((agency) => agency.country === country && agency.id === id);
