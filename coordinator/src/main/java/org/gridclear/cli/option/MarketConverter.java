package org.gridclear.cli.option;

import java.util.Locale;
import org.gridclear.clearing.input.Market;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code lt-ruc}, {@code da}, {@code id}, {@code rt}. */
public final class MarketConverter implements ITypeConverter<Market> {
  @Override
  public Market convert(String value) {
    try {
      return Market.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s' is none of lt-ruc, da, id, rt.".formatted(value));
    }
  }
}
