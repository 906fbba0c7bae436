package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.json.Json;
import org.gridclear.settlement.close.CloseRecord;

/**
 * A small synthetic month and what a shell does with it.
 *
 * @param folder the settlement folder
 */
record MonthOnDisk(Path folder) {
  static final String DAY2 = "days/2026-10-02/";

  /** 24 entities, 3 days. */
  static MonthOnDisk write(Path folder) {
    done("settle", "synthesize", folder.toString(), "--entities", "24", "--days", "3");
    return new MonthOnDisk(folder);
  }

  static String done(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(0, ended.code(), ended.text());
    return ended.text();
  }

  static String refused(String... arguments) {
    Shell.Ended ended = Shell.run(arguments);
    assertEquals(2, ended.code(), ended.text());
    return ended.text();
  }

  Path close(Path out) {
    done("settle", "month", folder.toString(), "--out", out.toString(), "--quiet");
    return out;
  }

  static String[] correct(Path close, Path correction, Path out, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("settle", "correct", close.toString(), correction.toString()));
    arguments.addAll(List.of("--reason", "read wrongly", "--out", out.toString(), "--quiet"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The line of a file that starts with a text. */
  String line(String file, String start) throws IOException {
    return text(file).lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
  }

  void edit(String file, UnaryOperator<String> change) throws IOException {
    String before = text(file);
    String after = change.apply(before);
    assertNotEquals(before, after, "the edit changes nothing");
    Files.writeString(folder.resolve(file), after);
  }

  /** A correction folder with one file. */
  static Path correction(Path folder, String file, String... lines) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.write(folder.resolve(file), List.of(lines));
    return folder;
  }

  static String intervals(String value) {
    return IntStream.range(0, 96).mapToObj(t -> value).collect(Collectors.joining(","));
  }

  static String header(String id) {
    return id + ",series," + numbers(1);
  }

  static String numbers(int from) {
    return IntStream.rangeClosed(from, 96)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  static CloseRecord record(Path close) throws IOException {
    return Json.MAPPER.readValue(
        Files.readAllBytes(close.resolve("close.json")), CloseRecord.class);
  }

  static List<String> changes(Path close) throws IOException {
    return Files.readAllLines(close.resolve("changes.csv")).stream().skip(1).toList();
  }
}
