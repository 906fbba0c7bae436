package org.gridclear.convert;

import com.powsybl.psse.model.pf.PsseSwitchedShunt;

/** The susceptances that a switched shunt has with its blocks switched in one after the other. */
final class PsseSteps {
  private static final double EXACT_MVAR = 1e-6;

  private PsseSteps() {}

  /** Whether BINIT is one of them; PowSyBl 6.8.1 takes the nearest where it is not. */
  static boolean reach(PsseSwitchedShunt shunt) {
    int[] steps = {
      shunt.getN1(), shunt.getN2(), shunt.getN3(), shunt.getN4(),
      shunt.getN5(), shunt.getN6(), shunt.getN7(), shunt.getN8()
    };
    double[] mvar = {
      shunt.getB1(), shunt.getB2(), shunt.getB3(), shunt.getB4(),
      shunt.getB5(), shunt.getB6(), shunt.getB7(), shunt.getB8()
    };
    boolean reached = Math.abs(shunt.getBinit()) < EXACT_MVAR;
    double[] sum = new double[2];
    for (int block = 0; block < steps.length; block++) {
      int side = mvar[block] < 0 ? 1 : 0;
      for (int step = 0; step < steps[block]; step++) {
        sum[side] += mvar[block];
        reached |= Math.abs(sum[side] - shunt.getBinit()) < EXACT_MVAR;
      }
    }
    return reached;
  }
}
