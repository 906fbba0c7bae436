package org.gridclear.settlement.bill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridclear.file.StoredFiles;
import org.gridclear.file.WrittenFile;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.folder.CsvTable;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.validate.IssueLog;

/** Carried lines as events of a day, written and read again. */
public final class CarriedEvents {
  private static final String HEADER = "entity,item,quantity,yuan,remark";

  private CarriedEvents() {}

  /**
   * Adds lines to the events of a day of a settlement folder; what is there stays.
   *
   * @throws IllegalArgumentException if its events have other columns
   */
  public static void add(Path folder, LocalDate date, List<CarriedLine> lines) {
    Path file = folder.resolve(InputFiles.ofDay(date, "events.csv"));
    try {
      List<String> rows =
          new ArrayList<>(Files.exists(file) ? StoredFiles.readAllLines(file) : List.of(HEADER));
      if (rows.isEmpty()) {
        throw new IllegalArgumentException(
            "%s is empty; give it the columns %s, or remove it.".formatted(file, HEADER));
      }
      boolean short4 = rows.get(0).strip().equals("entity,item,quantity,yuan");
      if (!short4 && !rows.get(0).strip().equals(HEADER)) {
        throw new IllegalArgumentException(
            "%s has the columns %s; %s are needed.".formatted(file, rows.get(0), HEADER));
      }
      if (short4) {
        rows.replaceAll(row -> row.isBlank() ? row : row + ",");
        rows.set(0, HEADER);
      }
      for (CarriedLine line : lines) {
        rows.add(
            String.join(
                ",",
                cell(line.entity()),
                CarriedLine.ITEM,
                "1",
                FixedPoint.format(line.milliYuan(), FixedPoint.YUAN_DECIMALS),
                cell(line.remark())));
      }
      byte[] text = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
      Files.createDirectories(file.getParent());
      if (Files.exists(file) && StoredFiles.isEncrypted(file)) {
        StoredFiles.replace(file, text);
      } else {
        WrittenFile.write(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * A line where it stands.
   *
   * @param member who has its entity on its day, whose bill it is on; empty for nobody
   * @param date its day in the later month
   * @param line the line
   */
  record Dated(String member, LocalDate date, CarriedLine line) {}

  /** The lines of earlier months that the files of a month have. */
  public static List<CarriedLine> of(InputFiles files, SettlementMonth month) {
    return dated(files, month).stream().map(Dated::line).toList();
  }

  /**
   * Those of entities that belong to a member on the day on which the line stands.
   *
   * @param days which days are asked for
   */
  public static List<CarriedLine> of(
      InputFiles files, SettlementMonth month, String member, Predicate<LocalDate> days) {
    return dated(files, month).stream()
        .filter(each -> days.test(each.date()) && each.member().equals(member))
        .map(Dated::line)
        .toList();
  }

  /** All lines with whose they are. */
  static List<Dated> dated(InputFiles files, SettlementMonth month) {
    List<Dated> lines = new ArrayList<>();
    Map<String, EntityName> entities = new HashMap<>();
    month.entities().forEach(entity -> entities.put(entity.id(), entity));
    for (int day = 1; day <= month.days(); day++) {
      String path = InputFiles.ofDay(month.date(day), "events.csv");
      IssueLog log = new IssueLog(path);
      if (files.read(path).isEmpty()) {
        continue;
      }
      CsvTable table =
          CsvTable.read(
              files, path, false, log, List.of("remark"), "entity", "item", "quantity", "yuan");
      for (CsvTable.Row row : table.rows()) {
        if (row.text("item").equals(CarriedLine.ITEM)) {
          Optional<CarriedLine> line =
              CarriedLine.parse(
                  row.text("entity"),
                  row.text("remark", ""),
                  FixedPoint.parse(row.text("yuan"), FixedPoint.YUAN_DECIMALS));
          EntityName entity = entities.get(row.text("entity"));
          String member = entity == null ? "" : entity.on(day).member();
          LocalDate date = month.date(day);
          line.ifPresent(each -> lines.add(new Dated(member, date, each)));
        }
      }
    }
    return lines;
  }
}
