package org.gridclear.settlement.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.junit.jupiter.api.Test;

/** The page of the registry names the kinds, their fields and words as they are. */
class RegistryPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("gridclear.root", "..")).resolve("docs/market.md");

  private static final String BILLING =
      "`pricePoint`, `tariff`?, `grid`?, `aggregator`?, `obligationMw`?, `heldMw`?";
  private static final String WEIGHTS = "`monthWeights`[], `dayWeights`[], `profile`[]";

  private static String row(EntryKind kind) {
    String fields =
        EntryFields.of(kind).stream()
            .skip(3)
            .map(
                field ->
                    "`%s`%s"
                        .formatted(field.name(), field.list() ? "[]" : field.required() ? "" : "?"))
            .collect(Collectors.joining(", "));
    return "| `%s` | %s |"
        .formatted(
            kind.label(), fields.replace(BILLING, "*billing*").replace(WEIGHTS, "*weights*"));
  }

  @Test
  void everyKindHasItsRow() throws Exception {
    List<String> page = Files.readAllLines(PAGE);
    List<String> rows = Arrays.stream(EntryKind.values()).map(RegistryPageTest::row).toList();
    int first = page.indexOf(rows.get(0));
    assertTrue(first > 0, () -> "the table should be\n" + String.join("\n", rows));
    assertTrue(page.contains("*billing* is " + BILLING + ";"));
    assertTrue(page.contains("*weights* are " + WEIGHTS + "."));
    assertEquals(rows, page.subList(first, first + rows.size()));
  }

  @Test
  void everyWordThatAFieldMayHaveIsThere() throws Exception {
    String page = Files.readString(PAGE);
    for (EntryKind kind : EntryKind.values()) {
      for (EntryField field : EntryFields.of(kind)) {
        for (String choice : field.choices()) {
          assertTrue(page.contains(choice), kind + " " + field.name() + " " + choice);
        }
      }
    }
  }
}
