package org.gridclear.convert.ucte;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a UCTE-DEF file by their blocks, before PowSyBl changes what they say.
 *
 * @param records rows of every kind, in the order of the file
 */
public record UcteDocument(Map<UcteRecord.Kind, List<UcteRecord>> records) {
  /** Country of nodes at borders, and first letter of their codes. */
  private static final String BORDER = "X";

  public static UcteDocument of(String text) {
    Map<UcteRecord.Kind, List<UcteRecord>> records = new EnumMap<>(UcteRecord.Kind.class);
    for (UcteRecord.Kind kind : UcteRecord.Kind.values()) {
      records.put(kind, new ArrayList<>());
    }
    UcteRecord.Kind block = null;
    for (String row : text.lines().toList()) {
      if (row.startsWith("##")) {
        block = block(row.substring(2).strip().replaceFirst("\\s.*", ""), block);
      } else if (block != null && !row.isBlank()) {
        Objects.requireNonNull(records.get(block)).add(new UcteRecord(block, row));
      }
    }
    return new UcteDocument(records);
  }

  /** The block that a heading begins; that of a country goes on with nodes. */
  private static UcteRecord.@Nullable Kind block(String heading, UcteRecord.@Nullable Kind before) {
    if (heading.startsWith("Z")) {
      return before;
    }
    for (UcteRecord.Kind kind : UcteRecord.Kind.values()) {
      if (heading.equals(kind.block)) {
        return kind;
      }
    }
    return null;
  }

  public List<UcteRecord> all(UcteRecord.Kind kind) {
    return Objects.requireNonNull(records.get(kind));
  }

  /** Lines and couplers, then transformers. */
  List<UcteRecord> elements() {
    List<UcteRecord> elements = new ArrayList<>(all(UcteRecord.Kind.LINE));
    elements.addAll(all(UcteRecord.Kind.TRANSFORMER));
    return elements;
  }

  /** Whether a code is that of a node at a border. */
  public static boolean atBorder(String code) {
    return code.startsWith(BORDER);
  }
}
