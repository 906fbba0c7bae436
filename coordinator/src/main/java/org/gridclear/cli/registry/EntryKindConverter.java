package org.gridclear.cli.registry;

import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.validate.NearestName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of records by its name. */
final class EntryKindConverter implements ITypeConverter<EntryKind> {
  @Override
  public EntryKind convert(String text) {
    return EntryKind.of(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of records. %s"
                        .formatted(text, NearestName.advice(text, EntryKind.labels()))));
  }
}
