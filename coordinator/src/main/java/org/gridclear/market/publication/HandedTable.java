package org.gridclear.market.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.table.Column;

/**
 * A table that somebody hands in to be published, CSV with a header.
 *
 * @param name name of the file, for messages
 * @param csv its content
 */
public record HandedTable(String name, byte[] csv) {
  private static final String MEMBER = "member";

  /**
   * The table with whose its rows are: those of its column {@code member}.
   *
   * @throws IllegalArgumentException if it is no table, or a kind of own data lacks that column
   */
  FrozenTable frozen(PublicationKind kind) {
    List<CsvRecords.Row> records = CsvRecords.read(name, new String(csv, StandardCharsets.UTF_8));
    List<String> header = records.get(0).cells();
    int member = header.indexOf(MEMBER);
    boolean owned = kind.audience().contains(Audience.OWN_MEMBER);
    if (owned && member < 0) {
      throw new IllegalArgumentException(
          "%s, line %d: %s goes to its owners, so it needs a column 'member'."
              .formatted(name, records.get(0).line(), kind.id()));
    }
    List<Column> columns = new ArrayList<>();
    header.forEach(each -> columns.add(Column.text(each, "As it was handed in.")));
    FrozenTable.Rows rows = new FrozenTable.Rows(kind.id(), kind.en() + ".", columns);
    for (CsvRecords.Row row : records.subList(1, records.size())) {
      List<String> record = row.cells();
      String of = member < 0 ? "" : record.get(member);
      if (owned && of.isEmpty()) {
        throw new IllegalArgumentException(
            "%s, line %d: the member is missing; say whose the row is."
                .formatted(name, row.line()));
      }
      Set<String> members = owned ? Set.of(of) : Set.of();
      rows.add(members, "", record.toArray());
    }
    return rows.frozen();
  }
}
