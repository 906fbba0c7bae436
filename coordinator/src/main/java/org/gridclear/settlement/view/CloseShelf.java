package org.gridclear.settlement.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gridclear.file.Aside;
import org.gridclear.file.DamagedFileException;
import org.gridclear.json.Json;
import org.gridclear.settlement.close.CloseRecord;
import org.gridclear.settlement.close.Seal;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The closes of a folder. A close never changes, so what is said of it is read once. */
public final class CloseShelf {
  private static final String RECORD = "close.json";
  private static final String ID = "[\\w.-]+";

  private final Path folder;
  private final Map<String, Facts> known = new ConcurrentHashMap<>();

  /** The closes of a folder, which need not be there yet. */
  public CloseShelf(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * What is known of a close without its books.
   *
   * @param id its folder
   * @param record what is written down about it
   * @param summary its figures
   */
  public record Facts(String id, CloseRecord record, JsonNode summary) {
    /** What stands in the way of bills. */
    public List<String> findings() {
      return summary.path("findings").valueStream().map(JsonNode::asString).toList();
    }
  }

  /** Names of all closes. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(RECORD)))
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !Aside.is(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The folder of a close.
   *
   * @throws UnknownNameException if there is none of this name
   */
  public Path path(String id) {
    Path path = folder.resolve(id).normalize();
    boolean inside = path.startsWith(folder) && !path.equals(folder) && !Aside.is(id);
    if (!id.matches(ID) || !inside || !Files.exists(path.resolve(RECORD))) {
      throw new UnknownNameException("close", id, names());
    }
    return path;
  }

  /**
   * What is known of a close.
   *
   * @throws UnknownNameException if there is none of this name
   * @throws DamagedFileException if its files are not what was sealed
   */
  public Facts facts(String id) {
    Seal seal = Seal.read(path(id));
    return known.computeIfAbsent(id + " " + seal.hash(), key -> read(id, seal));
  }

  private static Facts read(String id, Seal seal) {
    try {
      return new Facts(
          id,
          Json.MAPPER.readValue(seal.content(RECORD), CloseRecord.class),
          seal.json("summary.json"));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s is a close of another version of this program: %s"
              .formatted(id, Json.firstLine(e.getMessage())),
          e);
    }
  }

  /** All closes, the newest month first; one whose files were changed says so and no more. */
  public Table table() {
    Table.Rows rows =
        new Table.Rows(
            "closes",
            "A close of a month.",
            Column.text("close", "Name of the close."),
            Column.text("month", "Its month."),
            Column.text("name", "Name of the settlement."),
            Column.text("state", "billable, blocked or damaged."),
            Column.money("residualYuan", "Sum of all differences in its books."),
            Column.whole("findings", "What stands in the way of bills."),
            Column.whole("entities", "Settlement entities."),
            Column.whole("days", "Days that are settled."),
            Column.text("by", "Who made it."),
            Column.text("at", "When, UTC."),
            Column.text("corrects", "The close that it corrects; empty for none."),
            Column.text("reason", "Why it was made, or what is damaged."));
    List<String> names = new ArrayList<>(names());
    names.sort(Comparator.comparing(this::month).reversed());
    names.forEach(id -> row(rows, id));
    return rows.table();
  }

  private String month(String id) {
    try {
      return facts(id).record().month() + " " + facts(id).record().when();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void row(Table.Rows rows, String id) {
    try {
      Facts facts = facts(id);
      CloseRecord record = facts.record();
      rows.add(
          id,
          record.month(),
          record.name(),
          record.billable() ? "billable" : "blocked",
          BigDecimal.valueOf(facts.summary().path("residualMilliYuan").asLong(), 3),
          facts.findings().size(),
          facts.summary().path("entities").asInt(),
          facts.summary().path("days").asInt(),
          record.who(),
          record.when(),
          record.previous().isEmpty() ? "" : Path.of(record.previous()).getFileName().toString(),
          record.reason());
    } catch (IllegalArgumentException e) {
      rows.add(id, "", "", "damaged", null, null, null, null, "", "", "", e.getMessage());
    }
  }
}
