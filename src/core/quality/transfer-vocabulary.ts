/** What a text about money between people and agencies can be about. */
export type TransferKind = 'tax' | 'benefit' | 'wage' | 'wellbeing';

/**
 * Standard terms for taxes and contributions, benefits, wages and well-being, language by language, as parts of regular
 * expressions. Words that mean something else too, there or in another of the languages, stand only with what makes
 * them plain: `moms` is VAT in Danish and mothers in English, `tasse` taxes in Italian and a cup in French, `IVA` VAT
 * in Italian and Spanish and intensive care in Swedish.
 */
export const VOCABULARY: Readonly<Record<string, Readonly<Record<TransferKind, readonly string[]>>>> = {
  en: {
    tax: [...['tax(?:es)?', 'taxation', 'vat', 'national insurance'], 'social (?:security )?contributions?'],
    benefit: [
      '(?:unemployment|welfare|housing|disability|social|cash|sickness) (?:benefits?|assistance|payments?)',
      'benefits? (?:saved|claims?|paid|payments?|exits?|reliance|dependency|expenditure|bills?)',
      ...['income support', 'jobseekers?', 'universal credit', 'allowances?'],
    ],
    wage: ['wages?', 'salar(?:y|ies)', 'earnings'],
    wellbeing: ['well-?being', 'quality of life', 'life satisfaction', 'self-?(?:confidence|esteem)'],
  },
  sv: {
    tax: ['skatt(?:er|en)?', 'arbetsgivaravgift(?:er)?'],
    benefit: ['försörjningsstöd', 'bidrag', 'a-kassa', 'sjukpenning'],
    wage: ['lön(?:en|er)?'],
    wellbeing: ['välbefinnande'],
  },
  da: {
    tax: [
      ...[
        '(?:indkomst|kommune|bund|top)?skat(?:ten|ter)?',
        'skatteindtægt(?:en|er)?',
        'skattebetaling(?:er)?',
      ],
      ...['(?:arbejdsmarkeds|am-)bidrag(?:et)?', 'momsen', 'momsindtægt(?:er)?', '(?:af|og|inkl\\.?) moms'],
    ],
    benefit: [
      ...['kontanthjælp(?:en)?', '(?:syge)?dagpenge(?:ne)?', 'førtidspension(?:en|er)?'],
      ...[
        'boligstøtte(?:n)?',
        'boligsikring(?:en)?',
        'uddannelseshjælp(?:en)?',
        'ressourceforløbsydelse(?:n)?',
      ],
      ...['ledighedsydelse(?:n)?', 'revalideringsydelse(?:n)?', 'løntilskud(?:det)?'],
      ...['overførselsindkomst(?:en|er)?', 'offentlig forsørgelse'],
    ],
    wage: ['løn(?:nen|ninger|indkomst)?', 'arbejdsindkomst(?:en|er)?'],
    wellbeing: ['livskvalitet(?:en)?', 'trivsel', 'selvværd', 'selvtillid', 'livstilfredshed'],
  },
  it: {
    tax: [
      'impost[ae] (?:sul|sui|sulla|sulle|dirett[ae]|indirett[ae]|comunal[ei]|regional[ei])',
      'tassa (?:sul|sui|sulla|sulle|comunale|regionale)',
      ...['(?:le|delle|meno|più|in) tasse', 'tasse (?:pagate|versate|sul|sui|sulle)', 'tassazione', 'irpef'],
      ...['gettito (?:fiscale|tributario|iva)', 'entrate (?:fiscali|tributarie)', 'tributi'],
      "(?:l|dell|sull|all)[’']iva",
      'contribut[oi] (?:previdenzial[ei]|assistenzial[ei]|sociali|inps)',
      'oneri (?:sociali|contributivi|previdenziali)',
    ],
    benefit: [
      'indennità di (?:disoccupazione|mobilità|malattia|accompagnamento)',
      'sussidio?(?! (?:didattic|audiovisiv|pedagogic))',
      ...['reddito di (?:cittadinanza|inclusione)', 'naspi', 'cassa integrazione', 'assegni familiari'],
      'assegno (?:sociale|unico|familiare|di inclusione|di invalidità)',
      'pension[ei] (?:social[ei]|di invalidità)',
      'prestazion[ei] (?:assistenzial[ei]|previdenzial[ei]|di disoccupazione)',
    ],
    wage: ['stipendi(?:o)?', 'salari(?:o)?', 'retribuzion[ei]', 'redditi? da lavoro'],
    wellbeing: ['benessere', 'qualità d(?:ella|i) vita', 'autostima', 'fiducia in sé'],
  },
  fr: {
    tax: [
      ...['impôts?', 'taxes?', 'tva', 'fiscalité', 'recettes? fiscales?'],
      'prélèvements? (?:sociaux|obligatoires?|fiscaux|à la source)',
      'cotisations? (?:sociales?|patronales?|salariales?)',
      'charges (?:sociales|patronales|salariales)',
    ],
    benefit: [
      'allocations? (?:de )?(?:chômage|logement|familiales?|sociales?|solidarité)',
      "allocations? (?:aux adultes handicapés|adulte handicapé|d[’']aide au retour à l[’']emploi)",
      ...['(?:le|du|au) rsa', 'revenu de solidarité(?: active)?', 'minima sociaux', "prime d[’']activité"],
      ...['prestations? (?:sociales?|familiales?)', 'aides? (?:sociales?|au logement)'],
      ...[
        'indemnités? (?:de )?(?:chômage|journalières?)',
        'assurance[- ]chômage',
        "pensions? d[’']invalidité",
      ],
    ],
    wage: ['salaires?', 'rémunérations?'],
    wellbeing: ['bien-être', 'qualité de vie', 'estime de soi', 'confiance en soi'],
  },
  es: {
    tax: [
      'impuestos? (?:sobre|directos?|indirectos?|municipal(?:es)?|pagados?|recaudados?)',
      ...['(?:pago|ingresos?|recaudación) (?:de|por) impuestos', '(?:más|menos) impuestos', 'irpf'],
      ...['recaudación (?:fiscal|tributaria)', 'ingresos (?:fiscales|tributarios)', 'tributos'],
      ...['(?:el|del|por) iva', 'retenciones (?:fiscales|del irpf)'],
      'cotizaci(?:ón|ones) (?:social(?:es)?|a la seguridad social)',
      'cuotas? (?:a|de) la seguridad social',
    ],
    benefit: [
      'prestaci(?:ón|ones) (?:por|de) (?:desempleo|incapacidad|dependencia)',
      'prestaci(?:ón|ones) (?:sociales|económicas?|contributivas?|no contributivas?)',
      ...['subsidios?', 'renta (?:mínima|garantizada|de garantía de ingresos)', 'ingreso mínimo vital'],
      ...['ayudas? (?:sociales?|al alquiler|de emergencia social)', 'seguro de desempleo'],
      'pensi(?:ón|ones) no contributivas?',
    ],
    wage: ['salarios?', 'sueldos?', 'nóminas?', 'remuneraci(?:ón|ones)'],
    wellbeing: ['bienestar', 'calidad de vida', 'autoestima', 'satisfacción con la vida'],
  },
};

/** Words that stand between the parts of a sum, in any of the languages. */
export const BETWEEN_PARTS = [
  'and',
  'plus',
  'och',
  'og',
  'samt',
  'e',
  'ed',
  'più',
  'et',
  'y',
  'más',
] as const;
