package org.gridclear.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.bench.house.DocLines;
import org.gridclear.bench.house.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures of the code itself: sizes of files, methods and packages, circles of files, tests. */
@Command(
    name = "house",
    description = "Measure the code: files, methods, packages, circles, tests.")
final class HouseBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--root", paramLabel = "FOLDER", description = "The project's folder (.).")
  private Path root = Path.of(".");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    House house = House.read(root);
    out.println("| measure | value |");
    out.println("|---|---|");
    row(out, "lines of main, of tests, ratio", house.ratioLine());
    row(out, "file lines p50/p90/p99/max", House.spread(house.fileLines()));
    row(out, "method lines p50/p90/p99/max", House.spread(house.methodLines()));
    row(out, "files a package p50/p90/p99/max", House.spread(house.filesOfPackages()));
    Map<String, Integer> large = house.largePackages(25);
    row(out, "packages of more than 25 files", large.toString());
    row(out, "packages that are @NullMarked", House.nullMarkedLine(root));
    List<List<String>> circles = house.circles(5);
    row(out, "circles of more than 5 files", circles.size() + "");
    circles.forEach(circle -> row(out, "", circle.size() + ": " + String.join(" ", circle)));
    row(out, "packages imported by cli.*, web.*", house.importsLine());
    doors(out, "commands and controllers: files over 60 lines", house.longDoors(60));
    doors(out, "commands and controllers: classes over 60 lines", house.longDoorClasses(60));
    row(out, "lines of pages over 110 characters", DocLines.over(root, 110).size() + "");
    row(out, "methods over 40 lines", house.longMethods(40).toString());
    out.flush();
    return 0;
  }

  private static void doors(PrintWriter out, String name, Map<String, Integer> lines) {
    int over = lines.values().stream().mapToInt(each -> each - 60).sum();
    row(out, name, "%d, %d lines over: %s".formatted(lines.size(), over, lines));
  }

  private static void row(PrintWriter out, String name, String value) {
    out.println("| %s | %s |".formatted(name, value));
  }
}
