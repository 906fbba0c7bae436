package org.gridclear.cli.day;

import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.validate.UnknownNameException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code by-rule}, {@code day-before}, {@code similar}. */
final class ChoiceConverter implements ITypeConverter<FallbackRule.Choice> {
  @Override
  public FallbackRule.Choice convert(String value) {
    try {
      return FallbackRule.Choice.of(value);
    } catch (UnknownNameException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
