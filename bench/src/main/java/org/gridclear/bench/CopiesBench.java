package org.gridclear.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear bench copies}: a large network of tied copies of one. */
@Command(
    name = "copies",
    description = {
      "Make a large network: copies of a MATPOWER file whose tables have a row a line, copy c with",
      "bus numbers c × 1 000 000 higher, each tied to the next by lines between the same buses,",
      "spread evenly over the file. The first copy keeps the reference."
    })
final class CopiesBench implements Callable<Integer> {
  private static final long OFFSET = 1_000_000;
  private static final Pattern TABLE = Pattern.compile("\\s*mpc\\.(\\w+)\\s*=\\s*[\\[{].*");
  private static final Pattern CELL = Pattern.compile("[^\\s;]+");
  private static final int TIE_COLUMNS = 13;
  private static final Pattern ROW = Pattern.compile("(\\s*)(\\d+)(\\s+)(\\d+)(.*)");

  @Parameters(paramLabel = "FILE", description = "The network, as MATPOWER has it.")
  private Path file;

  @Option(
      names = "--copies",
      defaultValue = "7",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int copies;

  @Option(
      names = "--ties",
      defaultValue = "4",
      description = "Lines from a copy to the next (default: ${DEFAULT-VALUE}).")
  private int ties;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "What to write.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> made = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<Long> buses = new ArrayList<>();
    String table = "";
    for (String line : Files.readAllLines(file)) {
      Matcher begins = TABLE.matcher(line);
      if (begins.matches()) {
        table = begins.group(1);
      } else if (line.strip().startsWith("]") || line.strip().startsWith("}")) {
        copy(table, rows, buses, made);
        table = "";
      } else if (!table.isEmpty() && !line.isBlank() && !line.strip().startsWith("%")) {
        rows.add(line);
        continue;
      }
      made.add(line);
    }
    Files.write(out, made);
    return 0;
  }

  private void copy(String table, List<String> rows, List<Long> buses, List<String> made) {
    for (int c = 0; c < copies; c++) {
      for (String row : rows) {
        made.add(renamed(table, row, c));
      }
    }
    if (table.equals("bus")) {
      rows.forEach(row -> buses.add(number(row)));
    }
    long columns = rows.isEmpty() ? 0 : CELL.matcher(rows.get(0)).results().count();
    String solved = "\t0".repeat((int) Math.max(0, columns - TIE_COLUMNS));
    for (int c = 0; table.equals("branch") && c + 1 < copies; c++) {
      for (int t = 0; t < ties; t++) {
        long bus = buses.get((int) ((long) t * buses.size() / ties));
        made.add(
            "\t%d\t%d\t0.001\t0.02\t0.04\t2000\t2000\t2000\t0\t0\t1\t-360\t360%s;"
                .formatted(bus + c * OFFSET, bus + (c + 1) * OFFSET, solved));
      }
    }
    rows.clear();
  }

  private static long number(String row) {
    Matcher cells = ROW.matcher(row);
    return cells.matches() ? Long.parseLong(cells.group(2)) : -1;
  }

  private static String renamed(String table, String row, int copy) {
    Matcher cells = ROW.matcher(row);
    boolean numbered = table.equals("bus") || table.equals("gen") || table.equals("branch");
    if (copy == 0 || !numbered || !cells.matches()) {
      return row;
    }
    long first = Long.parseLong(cells.group(2)) + copy * OFFSET;
    long second = Long.parseLong(cells.group(4));
    if (table.equals("branch")) {
      second += copy * OFFSET;
    } else if (table.equals("bus")) {
      second = second == 3 ? 2 : second;
    }
    boolean both = !table.equals("gen");
    return cells.group(1)
        + first
        + cells.group(3)
        + (both ? Long.toString(second) : cells.group(4))
        + cells.group(5);
  }
}
