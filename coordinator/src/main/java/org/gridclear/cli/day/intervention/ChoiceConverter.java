package org.gridclear.cli.day.intervention;

import org.gridclear.market.fallback.FallbackRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code by-rule}, {@code day-before}, {@code similar}. */
final class ChoiceConverter implements ITypeConverter<FallbackRule.Choice> {
  @Override
  public FallbackRule.Choice convert(String value) {
    try {
      return FallbackRule.Choice.of(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
