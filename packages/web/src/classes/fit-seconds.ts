/**
 * About how long a fit takes, in seconds on an ordinary machine with two cores: each of the starts reads every respondent's
 * answers some forty times, the finished ones longer, and the more classes the longer. Measured at 2,300 to 100,000 respondents
 * and 8 to 24 indicators; good to a factor of two, which is what is said of it.
 */
export function fitSeconds(asked: {
  respondents: number;
  indicators: number;
  from: number;
  to: number;
  starts: number;
}): number {
  const { respondents, indicators, from, to, starts } = asked;
  let work = 0;
  for (let classes = Math.max(2, from); classes <= to; classes++) work += starts * classes;
  return work * (FIXED + respondents * PER_ANSWER * indicators);
}

/** Seconds a start and class, whatever the survey's size, and for each answer. */
const FIXED = 5e-5;
const PER_ANSWER = 4e-9;
