/** English texts of the answers to a critic that differ by kind of assessment (ICU messages). */
export const enCritic = {
  'report.critic.dropOuts.fiscal':
    'Outcomes are counted only of those who stay{known, select, yes {, {retained} of a target population of {population}} other {; how many that is differs between the outcomes}}: whoever leaves before is counted as not reached. {worse, plural, =0 {No outcome comes about less often than it would have anyway.} one {One outcome comes about less often than it would have anyway, and is counted as a loss.} other {# outcomes come about less often than they would have anyway, and are counted as a loss.}}',
  'report.critic.displacement.fiscal':
    'This kind of analysis takes nothing off for it, only deadweight: if places or work were taken from others, what those lost is not in the figures.',
  'report.critic.attribution.fiscal':
    'This kind of analysis takes nothing off for it, only deadweight: what partners did is counted as the programme’s, and what they spent belongs in the costs.',
  'report.critic.twice.checked':
    '{answer, select, yes {No sign of it was found: {evidence}.} other {No sign of it was found, but not all could be checked: {evidence}.}}',
  'report.critic.twice.unknown': 'No sign of it was found; what was looked at is not known of this run.',
} as const;
