const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
const ROOT_OF_THIRTY_TWO = Math.sqrt(32);

/** The density of the standard normal distribution. */
export function normalDensity(score: number): number {
  return Math.exp(-(score * score) / 2) / ROOT_OF_TWO_PI;
}

/**
 * The share of the standard normal distribution below a score, exact to about fifteen digits in either tail
 * (Cody, “Rational Chebyshev approximations for the error function”, Mathematics of Computation 23, 1969).
 */
export function normalShare(score: number): number {
  const size = Math.abs(score);
  if (size <= 0.67448975) return 0.5 + score * centre(score * score);
  const tail = size <= ROOT_OF_THIRTY_TWO ? middle(size) : far(size);
  const share = tail * halfSquareExponential(size);
  return score < 0 ? share : 1 - share;
}

/** exp(−x²/2), with x split so that the square loses nothing. */
function halfSquareExponential(size: number): number {
  const coarse = Math.floor(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return Math.exp(-(coarse * coarse) / 2) * Math.exp(-rest / 2);
}

/* eslint-disable no-loss-of-precision -- as printed in the source */
function centre(square: number): number {
  const above =
    (((0.065682337918207449113 * square + 2.2352520354606839287) * square + 161.02823106855587881) * square +
      1067.6894854603709582) *
      square +
    18154.981253343561249;
  const below =
    (((square + 47.20258190468824187) * square + 976.09855173777669322) * square + 10260.932208618978205) *
      square +
    45507.789335026729956;
  return above / below;
}

function middle(size: number): number {
  const above =
    (((((((1.0765576773720192317e-8 * size + 0.39894151208813466764) * size + 8.8831497943883759412) * size +
      93.506656132177855979) *
      size +
      597.27027639480026226) *
      size +
      2494.5375852903726711) *
      size +
      6848.1904505362823326) *
      size +
      11602.651437647350124) *
      size +
    9842.7148383839780218;
  const below =
    (((((((size + 22.266688044328115691) * size + 235.38790178262499861) * size + 1519.377599407554805) *
      size +
      6485.558298266760755) *
      size +
      18615.571640885098091) *
      size +
      34900.952721145977266) *
      size +
      38912.003286093271411) *
      size +
    19685.429676859990727;
  return above / below;
}

function far(size: number): number {
  const square = 1 / (size * size);
  const above =
    ((((0.02307344176494017303 * square + 0.21589853405795699) * square + 0.1274011611602473639) * square +
      0.022235277870649807) *
      square +
      0.001421619193227893466) *
      square +
    2.9112874951168792e-5;
  const below =
    ((((square + 1.28426009614491121) * square + 0.468238212480865118) * square + 0.0659881378689285515) *
      square +
      0.00378239633202758244) *
      square +
    7.29751555083966205e-5;
  return (1 / ROOT_OF_TWO_PI - (square * above) / below) / size;
}
