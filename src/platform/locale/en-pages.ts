/** English texts of the pages (ICU messages). */
export const enPages = {
  'page.name': 'Bokslut',
  'page.skip': 'Skip to the content',
  'page.nav': 'Main',
  'page.nav.examples': 'Examples',
  'page.nav.runs': 'Runs',
  'page.nav.api': 'API',
  'page.nav.signIn': 'Sign in',
  'page.nav.signOut': 'Sign out',
  'page.foot.embedded': 'Embedded database',
  'page.foot.mongodb': 'MongoDB {version}',
  'page.foot.version': 'Version {version}',
  'page.foot.licence': 'Licence: EUPL-1.2',
  'page.foot.api': 'The API',
  'page.foot.problems': 'What refusals mean',

  'page.start.title': 'Bokslut – closing the books on social work',
  'page.start.sentence':
    'What did a social enterprise change, for whom, at what saving to which public purse – and how sure is that?',
  'page.start.picture': 'Before and after is not a result',
  'page.start.pictureLead':
    'A work programme for young people on probation, in two cities. Each client cost society far less afterwards than before. But so did people in ordinary probation. Only the difference is the programme’s own.',
  'page.start.malmo': 'Malmö, {place}',
  'page.start.orebro': 'Örebro, {place}',
  'page.start.pictureUnit': 'Gain for each client, in Swedish kronor.',
  'page.start.pictureSource':
    'KrAmi, in Jess’s doctoral thesis on work-based programmes in Sweden, as summarised in a later review. The thesis itself was not seen.',
  'page.start.so':
    'Bokslut asks what would have happened anyway, shows what that does to the result, and lets every figure be opened, down to the number and the source it came from.',
  'page.start.examples': 'Four finished examples',
  'page.start.examplesLead': 'Open one, and then any figure in it.',
  'page.start.constructed': 'Constructed – not real people',
  'page.start.later': 'Being worked out. Look again in a moment.',
  'page.start.open': 'Open this example',
  'page.start.begin': 'Begin with your own',
  'page.start.beginHere': 'On this service',
  'page.start.beginSign':
    'Sign in with the API key you were given. Whoever started the service finds the first one in the file administrator-key of its data folder.',
  'page.start.beginRuns': 'You are signed in. Work out a file, and find your calculations, among your runs.',
  'page.start.beginOwn': 'On your own machine',
  'page.start.beginCommand':
    'With Node 20.19 or later, two lines work out the examples and print their reports:',
  'page.start.file': 'How a program sends an assessment',
  'page.example.work-cooperative': 'A work cooperative',
  'page.example.prison-workshops': 'Workshops in and after prison',
  'page.example.shelter': 'A shelter for women and children',
  'page.example.rough-sleeping': 'A way into work for people who sleep rough',

  'page.back.examples': 'All examples',
  'page.back.runs': 'All runs',
  'page.contents': 'On this page',
  'page.explain': 'How is this worked out?',
  'page.explainOf': 'How is this worked out: {what}',
  'page.people.entrants': 'who started',
  'page.people.succeeded': 'in work a year later',
  'page.people.without': 'without the programme',
  'page.csv': 'Download as CSV',
  'page.csvOf': 'Download as CSV: {what}',
  'page.table.open': 'Show the table: {what}',
  'page.actors.chart': 'Net result by actor: {list}.',
  'page.table.actors': 'Cost, gain and net result by actor',
  'page.table.years': 'Gain by year and actor',
  'page.table.time': 'Result by number of years counted',
  'page.table.moves': 'The inputs that move the result most',
  'page.table.map': 'Value map, in {currency} at prices of {priceYear}',
  'page.table.mapYears': 'Value by year, in {currency}',
  'page.table.totals': 'Totals',
  'page.table.total': 'Total',
  'page.table.published': 'Published figures beside ours',
  'page.table.assumptions': 'Every number of the file that was used',
  'page.table.used': 'Used',
  'page.table.use': 'Units a year',
  'page.table.range': 'Range',
  'page.total.benefits': 'Present value of benefits',
  'page.total.inputs': 'Present value of inputs',
  'page.total.npv': 'Net present value',
  'page.total.ratio': 'Social return ratio',
  'page.total.gross': 'Ratio before deductions',
  'page.total.withoutTransfers': 'Ratio without transfers',
  'page.states.title': 'How people live, by state',
  'page.time.title': 'Value over time',
  'page.time.lead':
    'When the value arises. Later years hold only if the change lasts; what they are worth today is shown as present value.',
  'page.assumptions.lead':
    '{count, plural, one {One number} other {# numbers}} of the file went into the result. Each stands here with who says so; where nobody does, that is said.',
  'page.grade': 'evidence grade {grade} (1 best, 6 weakest)',
  'page.limits': 'How far it goes',
  'page.check.title': 'Take it away, check it',
  'page.check.lead':
    'The assessment file holds every number that was used. Whoever calculates it again gets this result, byte for byte.',
  'page.check.assessment': 'Assessment file',
  'page.check.result': 'Result file',
  'page.check.report': 'Evidence report (PDF)',
  'page.check.ask': 'Make the evidence report',
  'page.check.reportExample': 'The report of this example is printed by the command npm run demo.',
  'page.check.hash': 'Inputs {hash} · model {model} · reference data {reference}',

  'page.figure.title': 'How is this worked out: {figure}',
  'page.figure.kicker': 'How is this worked out?',
  'page.figure.is': 'Worked out as',
  'page.figure.steps': 'The steps',
  'page.figure.stepsLead':
    'Each step is made of those below it. Open one to go deeper, or follow its name to a page of its own.',
  'page.figure.more': 'Steps further down are on the pages of the steps above them.',
  'page.figure.parts': '{count, plural, one {made of one part} other {made of # parts}}',
  'page.figure.elsewhere': 'worked out on its own page',
  'page.figure.inputs':
    '{count, plural, one {The number of the file it rests on} other {The # numbers of the file it rests on}}',
  'page.figure.open': '{count, plural, one {One has no source.} other {# have no source.}}',
  'page.figure.payback':
    'the months until what is there at the start and the values of the years, each spread evenly over its year, first reach what is due by then',
  'page.figure.paybackYear':
    'the first year, counted from 0, by whose end the values so far have reached what is due',
  'page.figure.rest': '{sign} {count, plural, one {one more} other {# more}}',
  'page.figure.what': 'Number',
  'page.figure.value': 'Value',
  'page.figure.source': 'Who says so',
  'page.figure.path': 'Place in the file',
  'page.figure.number': 'It is a number of the assessment file.',
  'page.figure.constant': 'It is a number of the method.',
  'page.figure.asData': 'The same as data, with the formulas, for another program to check:',

  'page.unit.people': '{value} {count, plural, one {person} other {people}}',
  'page.unit.each': '{value} per person',
  'page.unit.months': '{value} {count, plural, one {month} other {months}}',

  'page.runs.title': 'Runs',
  'page.runs.lead': 'Calculations of your organisation, the newest first. A run is never changed.',
  'page.runs.none': 'There are no runs yet.',
  'page.runs.add': 'Work out an assessment file',
  'page.runs.addHow':
    'A file as the examples have it: open one, take its assessment file, and put your own numbers in. What is missing or wrong in it is named all at once, and nothing is kept then.',
  'page.runs.file': 'Assessment file (JSON)',
  'page.runs.work': 'Work it out',
  'page.runs.what': 'What',
  'page.runs.made': 'Made',
  'page.runs.result': 'Result',
  'page.runs.range': '90 of 100 between',
  'page.runs.problemsHead': 'Problems',
  'page.runs.problems':
    '{error, plural, =0 {} one {1 error} other {# errors}}{error, plural, =0 {} other {{warning, plural, =0 {} other {, }}}}{warning, plural, =0 {} one {1 warning} other {# warnings}}',
  'page.runs.noProblems': 'none',
  'page.runs.older': 'Older runs',
  'page.runs.newest': 'Newest runs',
  'page.kind.welfare-account': 'Welfare account',
  'page.kind.value-map': 'Social return on investment',

  'page.report.title': 'Evidence report',
  'page.report.making':
    'The report is being made. This page looks again every few seconds; nothing is lost if you leave it.',
  'page.report.still': 'This page stays as it is until you look again.',
  'page.report.stop': 'Do not look again by itself',
  'page.report.look': 'Look again',
  'page.report.progress': 'Progress',
  'page.report.state.waiting': 'Waiting for its turn',
  'page.report.state.running': 'Being printed',
  'page.report.state.done': 'Ready',
  'page.report.state.failed': 'It could not be made',
  'page.report.done': 'The report is ready. It is made once and stays the same.',
  'page.report.failed':
    'Printing was tried five times. Usually the machine has no browser to print with; whoever runs the service finds the reason in its log.',
  'page.report.download': 'Download the report',
  'page.report.size': 'PDF, {size} kB',
  'page.report.hash': 'SHA-256',
  'page.report.again': 'Try once more',
  'page.report.run': 'Back to the run',

  'page.signIn.title': 'Sign in',
  'page.signIn.lead':
    'With an API key of your organisation. You can then do here what the key may do, for twelve hours or until it is revoked.',
  'page.signIn.key': 'API key',
  'page.signIn.hint': 'It begins with bok_ and is 47 characters long.',
  'page.signIn.button': 'Sign in',
  'page.signIn.refused': 'This key is not valid, or not any more.',
  'page.signIn.none': 'No key?',
  'page.signIn.noneHow':
    'Ask the administrator of your organisation. Whoever started the service finds the first key in the file administrator-key of its data folder.',

  'page.refusal.why': 'What this means',
  'page.refusal.home': 'To the start page',
  'page.refusal.runs': 'To your runs',
  'page.refusal.slower': 'Wait a minute, then try again.',
  'page.refusal.notAllowed': 'Your role and your key do not allow {action}.',
  'page.refusal.foreign': 'This form was not sent from a page of ours. Open the page here and send it again.',
  'page.refusal.csrf':
    'This form belongs to another session. Go back, load the page again, and send it once more.',
  'page.refusal.form': 'The form has fields that are missing or not known.',
  'page.refusal.notAForm': 'Here only forms are taken.',

  'page.problems.why': 'Why it matters, and what to do',
  'page.problems.fix': 'What to do:',
  'page.problems.title': 'What refusals mean',
  'page.problems.lead':
    'When the service refuses something, it says why in a problem document (RFC 9457). Its type is the address of one of these pages.',
  'page.problem.status': 'Status {status}',
  'page.problem.why': 'Why it comes',
  'page.problem.mend': 'How to mend it',
  'page.problem.looks': 'What it looks like to a program',
  'page.problem.all': 'All refusals',

  'problem.malformed-request.why':
    'The request, its body or its form cannot be read: it is not JSON, a field is missing, or the bytes are no request of HTTP/1.1.',
  'problem.malformed-request.mend':
    'Check that the body is whole and in JSON. The detail says where reading stopped.',
  'problem.unknown-parameter.why':
    'The address has a parameter that is not known there, or one in a wrong form. Unknown ones are refused so that a slip of the pen is not taken for an answer.',
  'problem.unknown-parameter.mend':
    'Compare with the list of parameters of that operation. The cursor of a page comes from the link before it; begin without one.',
  'problem.unauthenticated.why':
    'No API key came with the request, or the key is not valid: misspelt, revoked, or past its time.',
  'problem.unauthenticated.mend':
    'Send the header Authorization: Bearer, followed by your key. If the key has ended, an administrator makes a new one.',
  'problem.forbidden.why':
    'You are known, but your role or your key does not allow this; or a form was not sent from a page of ours.',
  'problem.forbidden.mend':
    'Use a key that was given this action, or ask an administrator for one. A form: load its page again and send it once more.',
  'problem.not-found.why':
    'Nothing is kept under this address, or it belongs to another organisation; both are answered alike.',
  'problem.not-found.mend': 'Check the address. Lists such as /api/runs give the addresses of what is yours.',
  'problem.no-price.why':
    'Neither your price lists nor the reference data have a price of that service for that country and time. The last price known is never given in place of it.',
  'problem.no-price.mend':
    'The detail says for which years there is a price. Load a list that has it, or request the price from the agency that pays: the form is under /price-requests.',
  'problem.method-not-allowed.why': 'The address exists, but not with this method.',
  'problem.method-not-allowed.mend': 'The header Allow names the methods it takes.',
  'problem.not-acceptable.why': 'What was asked for does not exist in the form the request accepts.',
  'problem.not-acceptable.mend': 'Ask for one of the forms the operation lists among its answers.',
  'problem.too-slow.why': 'The headers or the body had not arrived when the time for them was over.',
  'problem.too-slow.mend': 'Send it again over a faster connection, or in smaller pieces.',
  'problem.conflict.why':
    'What was asked clashes with the state of things: a report that is not made yet, or the last administrator.',
  'problem.conflict.mend': 'The detail says with what. Wait for it, or change that first.',
  'problem.changed-meanwhile.why':
    'Somebody else changed it between your reading and your change. Nothing of yours was saved, and nothing of theirs was lost.',
  'problem.changed-meanwhile.mend':
    'Read it again, make your change to that, and send the new ETag in If-Match.',
  'problem.too-large.why':
    'The body is larger than what is taken, or the calculation takes longer than a minute.',
  'problem.too-large.mend':
    'Send less, ask for fewer draws, or use the command bokslut calculate, which waits.',
  'problem.unsupported-media-type.why': 'The body came in a form or an encoding that is not taken here.',
  'problem.unsupported-media-type.mend': 'Send JSON, with Content-Type: application/json.',
  'problem.invalid.why':
    'The body could be read, but something in it is missing, not known, or cannot be. Every reason is named at once.',
  'problem.invalid.mend':
    'Each of the errors has a pointer to its place in the body and says what to write there instead.',
  'problem.idempotency-key-reused.why':
    'The same Idempotency-Key came before with another request. It would be unclear which of the two is meant.',
  'problem.idempotency-key-reused.mend':
    'Use a new key for each new request, and the same only to repeat one.',
  'problem.precondition-required.why':
    'A change has to name the version it is made to, so that nobody overwrites what they have not seen.',
  'problem.precondition-required.mend': 'Read it first, and send its ETag in the header If-Match.',
  'problem.too-many-requests.why': 'More requests came from your address than are taken in a minute.',
  'problem.too-many-requests.mend': 'Wait as long as the header Retry-After says, then go on more slowly.',
  'problem.headers-too-large.why': 'The headers of the request are larger than what is taken.',
  'problem.headers-too-large.mend': 'Send fewer or shorter headers; often it is cookies of another service.',
  'problem.fault.why': 'Something went wrong on our side. Nothing was saved.',
  'problem.fault.mend':
    'Try again. If it comes back, report it with the time it happened; the log of the service holds the rest.',
  'problem.unavailable.why': 'The database does not answer, or too many calculations are waiting.',
  'problem.unavailable.mend': 'Try again after the time the header Retry-After names.',

  'page.api.title': 'The API',
  'page.api.lead':
    'Everything the service can do for another program. This page is made from the same description that programs read:',
  'page.api.key': 'How to send your key',
  'page.api.keyLead':
    'Every operation but those marked as open wants an API key in a header. The cookie of a signed-in page is not taken. A worked example, from the first record to the report, is docs/api-walkthrough.md of the project.',
  'page.api.conventions': 'What holds everywhere',
  'page.api.convention.problems': 'Refusals are problem documents (RFC 9457); each kind is explained:',
  'page.api.convention.lists': 'Lists come a page at a time; the header Link leads to the next.',
  'page.api.convention.edits': 'An edit names the version it is made to: ETag, then If-Match.',
  'page.api.convention.once':
    'A POST with an Idempotency-Key makes something once, however often it is sent.',
  'page.api.convention.unknown': 'Unknown fields and parameters are refused.',
  'page.api.operations': 'Operations',
  'page.api.needs': 'Needs',
  'page.api.open': 'open to anybody',
  'page.api.parameters': 'Parameters',
  'page.api.required': 'required',
  'page.api.place': 'Where',
  'page.api.name': 'Name',
  'page.api.meaning': 'Meaning',
  'page.api.body': 'Body',
  'page.api.example': 'Example',
  'page.api.schema': 'Schema',
  'page.api.schemaOf': 'Schema of the body',
  'page.api.long': 'Its schema is long; bokslut schema prints it, and it stands in',
  'page.api.answers': 'Answers',
  'page.api.refusals': 'May be refused with',
  'page.api.schemas': 'Schemas',
  'page.api.details': 'Parameters, body, answers',
} as const;
