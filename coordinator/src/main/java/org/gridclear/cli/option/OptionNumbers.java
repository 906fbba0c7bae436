package org.gridclear.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of options within their bounds, so that all that are wrong are said at once. */
public final class OptionNumbers {
  private static final int PORT_MAX = 65_535;

  private OptionNumbers() {}

  /** A count of something that must be there. */
  public static final class FromOne extends Whole {
    FromOne() {
      super(1, Integer.MAX_VALUE);
    }
  }

  /** A count that may be nothing. */
  public static final class FromZero extends Whole {
    FromZero() {
      super(0, Integer.MAX_VALUE);
    }
  }

  /** Minutes from one run to the next. */
  public static final class Minutes extends Whole {
    Minutes() {
      super(1, 60);
    }
  }

  /** Seconds of a lease. */
  public static final class Lease extends Whole {
    Lease() {
      super(1, 600);
    }
  }

  /** A TCP port; 0 for any free one. */
  public static final class Port extends Whole {
    Port() {
      super(0, PORT_MAX);
    }
  }

  /** A relative gap. */
  public static final class Gap extends Real {
    Gap() {
      super("from 0 to below 1");
    }

    @Override
    boolean holds(double value) {
      return value >= 0 && value < 1;
    }
  }

  /** A part of a whole. */
  public static final class Share extends Real {
    Share() {
      super("from 0 to 1");
    }

    @Override
    boolean holds(double value) {
      return value >= 0 && value <= 1;
    }
  }

  /** A measure that is more than nothing. */
  public static final class AboveZero extends Real {
    AboveZero() {
      super("above 0");
    }

    @Override
    boolean holds(double value) {
      return value > 0 && value < Double.POSITIVE_INFINITY;
    }
  }

  /** A measure that may be nothing. */
  public static final class NotNegative extends Real {
    NotNegative() {
      super("from 0");
    }

    @Override
    boolean holds(double value) {
      return value >= 0 && value < Double.POSITIVE_INFINITY;
    }
  }

  /** A whole number within bounds. */
  public abstract static class Whole implements ITypeConverter<Integer> {
    private final int least;
    private final int greatest;

    Whole(int least, int greatest) {
      this.least = least;
      this.greatest = greatest;
    }

    @Override
    public Integer convert(String text) {
      try {
        int value = Integer.parseInt(text.strip());
        if (value >= least && value <= greatest) {
          return value;
        }
      } catch (NumberFormatException e) {
        // said below, as what lies outside is
      }
      String bounds = greatest == Integer.MAX_VALUE ? "from " + least : least + " to " + greatest;
      throw new TypeConversionException("'%s' is no whole number %s".formatted(text, bounds));
    }
  }

  /** A number within bounds. */
  public abstract static class Real implements ITypeConverter<Double> {
    private final String bounds;

    Real(String bounds) {
      this.bounds = bounds;
    }

    abstract boolean holds(double value);

    @Override
    public Double convert(String text) {
      double value;
      try {
        value = Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!holds(value)) {
        throw new TypeConversionException("'%s' is no number %s".formatted(text, bounds));
      }
      return value;
    }
  }
}
