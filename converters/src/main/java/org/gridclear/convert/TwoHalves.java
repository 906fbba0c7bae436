package org.gridclear.convert;

import com.powsybl.iidm.network.DanglingLine;
import com.powsybl.iidm.network.TieLine;

/**
 * A line across a border, of two halves that each have half of their charging at either end. Both
 * in a row are one element with the chain matrix {@code [v1; i1] = [a b; c d] · [v2; i2]}.
 */
final class TwoHalves {
  private TwoHalves() {}

  /** A complex number. */
  private record Complex(double re, double im) {
    Complex plus(Complex o) {
      return new Complex(re + o.re, im + o.im);
    }

    Complex times(Complex o) {
      return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
    }

    Complex per(Complex o) {
      double square = o.re * o.re + o.im * o.im;
      return new Complex((re * o.re + im * o.im) / square, (im * o.re - re * o.im) / square);
    }
  }

  private static final Complex ONE = new Complex(1, 0);

  /** Chain matrix of an element. */
  private record Chain(Complex a, Complex b, Complex c, Complex d) {
    static Chain of(DanglingLine half) {
      Complex series = new Complex(half.getR(), half.getX());
      Complex shunt = new Complex(half.getG() / 2, half.getB() / 2);
      Complex both = series.times(shunt);
      Complex end = ONE.plus(both);
      return new Chain(end, series, shunt.times(end.plus(ONE)), end);
    }

    Chain then(Chain o) {
      return new Chain(
          a.times(o.a).plus(b.times(o.c)),
          a.times(o.b).plus(b.times(o.d)),
          c.times(o.a).plus(d.times(o.c)),
          c.times(o.b).plus(d.times(o.d)));
    }
  }

  /** Series impedance and the shunts of both ends. */
  static BranchEquations.Pi pi(TieLine line) {
    Chain whole = Chain.of(line.getDanglingLine1()).then(Chain.of(line.getDanglingLine2()));
    Complex series = whole.b();
    Complex at1 = shunt(whole.d(), whole);
    Complex at2 = shunt(whole.a(), whole);
    return new BranchEquations.Pi(
        series.re(), series.im(), at1.re(), at1.im(), at2.re(), at2.im(), 1, 0);
  }

  private static Complex shunt(Complex end, Chain whole) {
    Complex series = whole.b();
    if (series.re() == 0 && series.im() == 0) {
      return new Complex(whole.c().re() / 2, whole.c().im() / 2);
    }
    return end.plus(new Complex(-1, 0)).per(series);
  }
}
