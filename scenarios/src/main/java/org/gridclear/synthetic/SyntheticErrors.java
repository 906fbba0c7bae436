package org.gridclear.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Errors in a synthetic month, of the kinds that deliveries have. */
final class SyntheticErrors {
  private SyntheticErrors() {}

  static void sprinkle(SyntheticMonth.Options options, Path folder) throws IOException {
    SplittableRandom draw = Draw.of(options.seed(), "errors");
    for (int i = 0; i < options.errors(); i++) {
      String day = options.month().atDay(1 + draw.nextInt(options.days())).toString();
      Path file = folder.resolve("days").resolve(day).resolve("meters.csv");
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      int row = 1 + draw.nextInt(lines.size() - 1);
      String line = lines.get(row);
      String head = line.substring(0, line.indexOf(',', line.indexOf(',') + 1) + 1);
      switch (i % 5) {
        case 0 -> lines.add(line);
        case 1 -> lines.set(row, line.substring(0, line.lastIndexOf(',')));
        case 2 -> lines.set(row, head + "-1" + line.substring(line.indexOf(',', head.length())));
        case 3 -> lines.set(row, "X" + line);
        default ->
            lines.set(row, head + "99999999" + line.substring(line.indexOf(',', head.length())));
      }
      Files.write(file, lines);
    }
  }
}
