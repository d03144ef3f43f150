import type { Severity } from '../problem.js';
import type { AssuranceAnswer, Judgement } from '../result.js';
import { claimJudges } from './assurance-claims.js';
import { opennessJudges } from './assurance-openness.js';
import { peopleJudges } from './assurance-people.js';
import { type AssuranceQuestionId, assuranceQuestions } from './assurance-questions.js';
import type { Judge, Judged, Subject } from './assurance-subject.js';

const judges: Readonly<Record<AssuranceQuestionId, Judge>> = {
  ...peopleJudges,
  ...claimJudges,
  ...opennessJudges,
};

/** Whether a result may be published, and how it answers what somebody who checks it would ask. */
export function judgement(subject: Subject): Judgement {
  return {
    publishable: !subject.problems.some(({ severity }) => severity === 'error'),
    assurance: assuranceQuestions.map(({ essential, advice, ...asked }): AssuranceAnswer => {
      const judged = judges[asked.id](subject);
      return {
        ...asked,
        answer: judged.answer,
        severity: severityOf(judged, essential),
        path: judged.path,
        advice: judged.answer === 'yes' ? null : advice,
        ...(judged.evidence !== undefined && { evidence: judged.evidence }),
      };
    }),
  };
}

function severityOf({ answer, severity }: Judged, essential: boolean): Severity {
  if (severity !== undefined) return severity;
  return essential && (answer === 'no' || answer === 'not-said') ? 'warning' : 'information';
}
