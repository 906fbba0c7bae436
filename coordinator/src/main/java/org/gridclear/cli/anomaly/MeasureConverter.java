package org.gridclear.cli.anomaly;

import org.gridclear.market.anomaly.Measure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code changed-limits}, {@code fallback}, {@code other}. */
final class MeasureConverter implements ITypeConverter<Measure> {
  @Override
  public Measure convert(String value) {
    try {
      return Measure.of(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
