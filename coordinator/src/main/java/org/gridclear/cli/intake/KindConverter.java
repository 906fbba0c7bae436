package org.gridclear.cli.intake;

import org.gridclear.market.series.SeriesKind;
import org.gridclear.validate.NearestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of series by its name. */
final class KindConverter implements ITypeConverter<SeriesKind> {
  @Override
  public SeriesKind convert(String text) {
    return SeriesKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of series. %s"
                        .formatted(text, NearestName.advice(text, SeriesKind.labels()))));
  }
}
