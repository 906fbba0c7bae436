package org.gridclear.cli.assembly;

import java.util.Locale;
import org.gridclear.clearing.input.Market;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code lt-ruc}, {@code da}, {@code id}, {@code rt}. */
final class TradeConverter implements ITypeConverter<Market> {
  @Override
  public Market convert(String value) {
    for (Market market : Market.values()) {
      if (market.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
        return market;
      }
    }
    throw new TypeConversionException("'%s' is none of lt-ruc, da, id, rt.".formatted(value));
  }
}
