package org.gridclear.cli.security;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.security.input.OutageScope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are no single word or number, and numbers within bounds. */
final class OptionValues {
  private OptionValues() {}

  /**
   * A range of nominal voltages in kV.
   *
   * @param least lower end
   * @param greatest upper end
   */
  record KvRange(double least, double greatest) {
    /** Every voltage. */
    static final KvRange ALL = new KvRange(0, Double.POSITIVE_INFINITY);

    /** The elements of this range that have one of the ids, kinds and zones each. */
    ElementFilter filter(List<String> ids, List<String> kinds, List<String> zones) {
      return new ElementFilter(
          ids, kinds, zones, least, Math.min(greatest, ElementFilter.ALL.kvMax()));
    }
  }

  /** Reads {@code 220}, or {@code 110..220}. */
  static final class KvReader implements ITypeConverter<KvRange> {
    @Override
    public KvRange convert(String text) {
      String[] ends = text.split("\\.\\.", -1);
      if (ends.length <= 2) {
        double least = number(ends[0]);
        double greatest = ends.length == 1 ? least : number(ends[1]);
        if (least >= 0 && least <= greatest) {
          return new KvRange(least, greatest);
        }
      }
      throw new TypeConversionException(
          "'%s' is no voltage and no range; give 220, or 110..220".formatted(text));
    }
  }

  /** Types of devices that a word of {@code --scope} means; none of the word {@code none}. */
  record Kinds(Set<OutageScope.Kind> kinds) {}

  /** Reads a word of {@code --scope}. */
  static final class KindsReader implements ITypeConverter<Kinds> {
    @Override
    public Kinds convert(String text) {
      Set<OutageScope.Kind> meant = OutageScope.kinds(text);
      if (meant.isEmpty() && !text.equalsIgnoreCase("none")) {
        throw new TypeConversionException(
            "'%s' is none of branches, lines, transformers, generators, buses, hvdc, all, none"
                .formatted(text));
      }
      return new Kinds(meant);
    }
  }

  /** A mismatch that a power flow may leave, in p.u. */
  static final class TolerancePu extends Bounded {
    TolerancePu() {
      super(1e-9, 1e-2);
    }
  }

  /** A loading from which a device is heavily loaded, as a share of its limit. */
  static final class HeavyShare extends Bounded {
    HeavyShare() {
      super(0.01, 1);
    }
  }

  /** A share from nothing to all. */
  static final class Share extends Bounded {
    Share() {
      super(0, 1);
    }
  }

  /** A number within bounds. */
  abstract static class Bounded implements ITypeConverter<Double> {
    private final double least;
    private final double greatest;

    Bounded(double least, double greatest) {
      this.least = least;
      this.greatest = greatest;
    }

    @Override
    public Double convert(String text) {
      double value = number(text);
      if (!(value >= least && value <= greatest)) {
        throw new TypeConversionException(
            "'%s' is no number of %s..%s".formatted(text, least, greatest));
      }
      return value;
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
