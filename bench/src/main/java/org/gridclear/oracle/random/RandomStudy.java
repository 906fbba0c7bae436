package org.gridclear.oracle.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.gridclear.market.MarketDay;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.StudyReader;
import org.gridclear.validate.InvalidInputException;
import tools.jackson.databind.json.JsonMapper;

/** Cases that differ from a random day by one to three random changes of every kind. */
public final class RandomStudy {
  /** Name of the base's file in the folder of the study. */
  public static final String BASE = "base.json";

  private static final int CASES = 4;
  private static final int CHANGES_MAX = 3;
  private static final int TRIES_MAX = 30;
  private static final List<String> KINDS =
      List.of(
          "load",
          "renewables",
          "offers",
          "startCosts",
          "unitOutage",
          "mustRun",
          "unitLimit",
          "branchOutage",
          "branchLimit",
          "flowgateLimit",
          "reserve",
          "constraint",
          "contingencies",
          "penalty");
  private static final List<String> FAMILIES =
      List.of("B-02", "B-03", "B-04", "B-05", "B-06", "B-08", "B-15", "B-18", "B-19", "B-20");
  private static final List<String> PENALTIES =
      List.of("balance", "reserve", "contingency", "thermal", "flowgate", "schedule");

  private final SplittableRandom random;
  private final Path folder;
  private final MarketDay day;

  /** Writes the day of a seed to a folder. */
  public RandomStudy(Set<Family> families, long seed, Path folder) throws IOException {
    this.random = new SplittableRandom(seed ^ 0x94D049BB133111EBL);
    this.folder = folder;
    this.day = RandomCases.of(families, seed);
    RandomDay written = new RandomDay(families, seed);
    Files.writeString(
        folder.resolve(BASE), new JsonMapper().writeValueAsString(RandomDocument.of(written)));
  }

  /** The study; a change that its reader refuses is drawn again. */
  public StudyDefinition definition() {
    List<String> cases = new ArrayList<>();
    for (int k = 1; k <= CASES; k++) {
      List<String> changes = new ArrayList<>();
      int count = 1 + random.nextInt(CHANGES_MAX);
      for (int tries = 0; tries < TRIES_MAX && changes.size() < count; tries++) {
        changes.add(change());
        try {
          read(List.of(text(k, changes)));
        } catch (InvalidInputException refused) {
          changes.remove(changes.size() - 1);
        }
      }
      cases.add(text(k, changes));
    }
    return read(cases);
  }

  private static String text(int k, List<String> changes) {
    return "  - {name: c%d, changes: [%s]}%n".formatted(k, String.join(", ", changes));
  }

  private StudyDefinition read(List<String> cases) {
    String text = "study: r%nbase: {case: %s}%ncases:%n".formatted(BASE) + String.join("", cases);
    StudyDefinition study = StudyReader.read(text, "r.yaml", folder);
    study.cases().forEach(overlay -> overlay.resolve(study.base()));
    return study;
  }

  private String number(double least, double most) {
    return String.format(Locale.ROOT, "%.2f", least + random.nextDouble() * (most - least));
  }

  private static String of(List<String> list, SplittableRandom random) {
    return list.isEmpty() ? "none" : list.get(random.nextInt(list.size()));
  }

  private String window() {
    int from = 1 + random.nextInt(day.periodCount());
    int to = from + random.nextInt(day.periodCount() - from + 1);
    return random.nextBoolean() ? "" : ", from: %d, to: %d".formatted(from, to);
  }

  /** Where a change of loads or units is. */
  private String place(boolean units) {
    String bus = of(day.network().buses().stream().map(b -> b.id()).toList(), random);
    String unit = of(day.thermalUnits().stream().map(u -> u.id()).toList(), random);
    return switch (random.nextInt(4)) {
      case 0 -> "bus: %s, ".formatted(bus);
      case 1 -> "zone: %s, ".formatted(random.nextBoolean() ? "A" : "B");
      case 2 -> units ? "unit: %s, ".formatted(unit) : "";
      default -> "";
    };
  }

  private String change() {
    String kind = of(KINDS, random);
    String branch = of(day.network().branches().stream().map(b -> b.id()).toList(), random);
    String fields =
        switch (kind) {
          case "load" ->
              place(false)
                  + "scale: %s, addMw: %s".formatted(number(0.7, 1.3), number(-5, 5))
                  + window();
          case "renewables" -> "scale: " + number(0.5, 1.5) + window();
          case "offers" ->
              place(true) + "scale: %s, addYuanPerMwh: %s".formatted(number(0.5, 2), number(-5, 9));
          case "startCosts" -> place(true) + "scale: " + number(0.5, 3);
          case "unitOutage", "mustRun" -> place(true) + "mwMin: 0" + window();
          case "unitLimit" -> place(true) + "maxScale: " + number(0.9, 1.2) + window();
          case "branchOutage" -> "branch: " + branch + window();
          case "branchLimit" ->
              "branch: %s, scale: %s".formatted(branch, number(0.5, 2)) + window();
          case "flowgateLimit" -> "scale: " + number(0.5, 2);
          case "reserve" -> "scale: " + number(0.5, 2) + window();
          case "constraint" -> "name: %s, on: false".formatted(of(FAMILIES, random));
          case "contingencies" -> "everyBranch: true";
          default ->
              "name: %s, yuanPerMwh: %s".formatted(of(PENALTIES, random), number(3000, 9000));
        };
    return "{%s: {%s}}".formatted(kind, fields);
  }
}
